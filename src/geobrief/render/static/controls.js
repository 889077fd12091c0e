"use strict";

// Zoom, scale and attribution, at the sides where a reader of the page's language looks for them.
(function (geobrief) {
  // Leaflet's scale bar with its length in the page's language.
  const Scale = L.Control.Scale.extend({
    _updateMetric(most) {
      const metres = this._getRoundNum(most);
      this._updateScale(this._mScale, geobrief.formatLength(metres / 1000, this.options.language), metres / most);
    },
  });

  function addControls(map, { say, language }) {
    const [start, end] = geobrief.rightToLeft() ? ["right", "left"] : ["left", "right"];
    L.control
      .zoom({ position: `top${start}`, zoomInTitle: say("zoomIn"), zoomOutTitle: say("zoomOut") })
      .addTo(map);
    new Scale({ position: `bottom${start}`, imperial: false, maxWidth: 140, language }).addTo(map);
    L.control
      .attribution({ position: `bottom${end}`, prefix: false })
      .addAttribution(say("attribution"))
      .addTo(map);
  }

  // Leaflet puts what it draws between two pixels when it sets a view without motion, which blurs every line.
  function keepSharp(map) {
    map.on("viewreset", () =>
      map.eachLayer((layer) => {
        if (layer instanceof L.Renderer) L.DomUtil.setPosition(layer._container, layer._bounds.min);
      }),
    );
  }

  Object.assign(geobrief, { addControls, keepSharp });
})((globalThis.geobrief ??= {}));
