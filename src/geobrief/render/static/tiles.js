"use strict";

// Tiles of a public service over the vector map, where the page was made with some. Tiles that fail leave the vector map
// to be seen; where they come, its own names give way to theirs.
(function (geobrief) {
  function addTiles(map, { drawn }) {
    const { tiles } = drawn;
    if (!tiles) return;
    map.createPane("tiles").style.zIndex = 160;
    const layer = L.tileLayer(tiles.url, {
      pane: "tiles",
      minZoom: tiles.min_zoom,
      maxNativeZoom: tiles.max_zoom,
      maxZoom: map.getMaxZoom(),
      subdomains: tiles.subdomains,
      attribution: tiles.attribution,
      referrerPolicy: "strict-origin-when-cross-origin",
    });
    layer.once("tileload", () => map.getContainer().classList.add("tiled"));
    layer.addTo(map);
  }

  Object.assign(geobrief, { addTiles });
})((globalThis.geobrief ??= {}));
