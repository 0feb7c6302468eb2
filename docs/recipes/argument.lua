-- An annotated essay as a page with its map, by Pandoc (2.17 or newer):
--
--     pandoc essay.md --standalone --lua-filter argument.lua -o essay.html
--
-- Statements keep their ids and classes, for links and style sheets; the rest of their attributes
-- goes, and so do the comments that mark, silence or hold statements. The map stands where the
-- essay has an empty block, `::: {#argument-map}`, and before its first paragraph otherwise.
-- `-M argument-map=spine` draws the main claims only, `-M argument-map=none` nothing. A document
-- without statements stays as it is. Needs `argmap` on the path.

local KINDS = { claim = 1, premise = 1, evidence = 1, rebuttal = 1, question = 1 }
local FLAGS = { thesis = 1, assumed = 1, conceded = 1, implicit = 1 }
local LINKS = { supports = 1, attacks = 1, contradicts = 1, restates = 1 }
local OTHERS = {
  via = 1, from = 1, on = 1, by = 1, source = 1, url = 1, cite = 1, date = 1, quote = 1,
  weight = 1, scheme = 1, answers = 1, sense = 1, at = 1, text = 1,
}

local marked = false

--- Tell whether attributes are argmap's, and whether they make a statement.
local function whose(element)
  local ours, statement = false, false
  for _, class in ipairs(element.classes) do
    if KINDS[class] then statement = true end
    if KINDS[class] or FLAGS[class] then ours = true end
  end
  for name in pairs(element.attributes) do
    if LINKS[name] then ours = true end
  end
  return ours, statement
end

local function clean(element)
  local ours, statement = whose(element)
  if element.t == "Header" and element.attributes.on then ours = true end
  if not ours then return nil end
  local kept = {}
  for name, value in pairs(element.attributes) do
    if not (LINKS[name] or OTHERS[name]) then kept[name] = value end
  end
  local classes = element.classes
  if statement then
    marked = true
    table.insert(classes, 1, "statement")
  end
  element.attr = pandoc.Attr(element.identifier, classes, kept)
  return element
end

local function uncommented(element)
  if not element.format:match("html") then return nil end
  local inside = element.text:match("^%s*<!%-%-(.*)%-%->%s*$")
  if not inside then return nil end
  inside = inside:gsub("^%s+", ""):gsub("%s+$", "")
  if inside:match("^{.*}$") then marked = true end
  if inside == "/" or inside:match("^{.*}$") or inside:match("^argmap:") then return {} end
end

--- The files Pandoc reads; Quarto gives Pandoc a copy, and says whose.
local function files()
  if quarto and quarto.doc and quarto.doc.input_file then return { quarto.doc.input_file } end
  return PANDOC_STATE.input_files
end

local function drawn(format, what)
  local arguments = { "map", "-f", format }
  if what == "spine" then table.insert(arguments, "--spine") end
  table.insert(arguments, "--")
  for _, name in ipairs(files()) do table.insert(arguments, name) end
  return pandoc.pipe("argmap", arguments, "")
end

local function picture(what, title)
  if FORMAT:match("html") then
    local svg = drawn("svg", what):gsub("^.-<svg", "<svg", 1)
    -- A map is wider than a column of text: it takes the window's width, and scrolls beyond that.
    local style = "overflow: auto"
    if not quarto then style = style .. "; width: 96vw; margin: 1em calc(50% - 48vw)" end
    return pandoc.RawBlock(
      "html", '<figure class="argument-map" style="' .. style .. '">' .. svg .. "</figure>"
    )
  end
  pandoc.mediabag.insert("argument-map.png", "image/png", drawn("png", what))
  return pandoc.Para({ pandoc.Image({ pandoc.Str(title) }, "argument-map.png") })
end

local function with_map(document)
  local what = pandoc.utils.stringify(document.meta["argument-map"] or "whole")
  if what ~= "whole" and what ~= "spine" and what ~= "none" then
    error("argument-map is " .. what .. ": it may be whole, spine or none")
  end
  if what == "none" or not marked then return document end
  if #files() == 0 or files()[1] == "-" then
    error("name the essay's file: its map is drawn from that, not from standard input")
  end
  local title = pandoc.utils.stringify(document.meta.title or "The argument")
  local placed = false
  document = document:walk({
    Div = function(block)
      if block.identifier == "argument-map" and not placed then
        placed = true
        block.content = { picture(what, title) }
        return block
      end
    end,
  })
  if not placed then document.blocks:insert(1, picture(what, title)) end
  return document
end

return {
  { Span = clean, Div = clean, Header = clean, RawInline = uncommented, RawBlock = uncommented },
  { Pandoc = with_map },
}
