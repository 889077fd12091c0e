-- A map in a document of pandoc or Quarto: ::: {.geobrief brief="data" claim="c3"} ::: or a code block of that class.
-- HTML gets the live page in a frame, everything else a picture. `geobrief` itself does the work; GEOBRIEF names another program.

local program = os.getenv("GEOBRIEF") or "geobrief"
local options = { "claim", "height", "alt", "language", "theme" }
local live = { "html", "revealjs", "slidy", "slideous", "s5", "dzslides" }
-- Where pages and pictures go, from the output's folder, and whether pages stand in the document itself.
local settings = { folder = "geobrief_files", inline = false }

local function is_live()
  for _, name in ipairs(live) do
    if FORMAT:match("^" .. name) then return true end
  end
  return false
end

local function read_settings(meta)
  local given = meta.geobrief
  if type(given) ~= "table" then return end
  if given.folder then settings.folder = pandoc.utils.stringify(given.folder) end
  settings.inline = given.inline == true
end

local function output_folder()
  local output = PANDOC_STATE.output_file
  return output and pandoc.path.directory(output) or "."
end

local function still_kind()
  return (FORMAT == "latex" or FORMAT == "beamer" or FORMAT == "context") and "pdf" or "png"
end

-- The program's words for a block's attributes.
local function asked(attributes)
  local words = { "embed-brief", attributes.brief, "--pages", pandoc.path.join({ output_folder(), settings.folder }) }
  if not is_live() then
    table.insert(words, "--still=" .. still_kind())
  elseif settings.inline then
    table.insert(words, "--inline")
  else
    table.insert(words, "--address=" .. settings.folder)
  end
  for _, name in ipairs(options) do
    if attributes[name] then table.insert(words, "--" .. name .. "=" .. attributes[name]) end
  end
  return words
end

local function picture(told)
  local still = pandoc.json.decode(told, false)
  local image = pandoc.Image({ pandoc.Str(still.alt) }, still.path, "", { alt = still.alt })
  return pandoc.Figure({ pandoc.Plain({ image }) }, { pandoc.Plain({ pandoc.Str(still.title) }) })
end

local function map(block)
  if not block.classes:includes("geobrief") then return nil end
  if not block.attributes.brief then
    error('geobrief: no brief is named. Write {.geobrief brief="FOLDER"}.')
  end
  local done, told = pcall(pandoc.pipe, program, asked(block.attributes), "")
  if not done then
    error("geobrief: the brief " .. block.attributes.brief .. " cannot be shown in " .. table.concat(PANDOC_STATE.input_files, ", "))
  end
  if is_live() then return pandoc.RawBlock("html", told) end
  return picture(told)
end

return { { Meta = read_settings }, { Div = map, CodeBlock = map } }
