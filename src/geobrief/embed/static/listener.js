(() => {
  const frames = () => [...document.querySelectorAll("iframe[data-geobrief]")];
  addEventListener("message", ({ source, data }) => {
    const height = Number(data?.geobrief?.height);
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (frame && height > 0) frame.style.height = `${Math.min(height, 4000)}px`;
  });
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ geobrief: "height" }, "*");
})();
