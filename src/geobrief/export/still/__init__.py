"""A brief as a still picture, drawn without a browser: for print, slides and documents."""
