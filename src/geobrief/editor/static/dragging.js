"use strict";

// Every numbered mark can be dragged to where its place is.
(function (geobrief) {
  const placeOf = (layer) => {
    const node = layer instanceof L.Marker ? layer.options.icon?.options?.node : null;
    return node && !node.dataset.count ? node.dataset.place : null;
  };

  // `moved` is called with the place's id, its longitude and its latitude, and with what `begin` gave when it was taken up.
  function letDrag(map, moved, begin) {
    const prepare = (layer) => {
      const id = placeOf(layer);
      if (!id || layer.dragging?.enabled()) return;
      layer.dragging?.enable();
      if (layer.draggedBefore) return;
      layer.draggedBefore = true;
      let base = null;
      layer.on("dragstart", () => (base = begin()));
      layer.on("dragend", () => moved(id, ...geobrief.lonLat(layer.getLatLng()), base));
    };
    map.on("layeradd", ({ layer }) => prepare(layer));
    map.eachLayer(prepare);
  }

  Object.assign(geobrief, { letDrag });
})((globalThis.geobrief ??= {}));
