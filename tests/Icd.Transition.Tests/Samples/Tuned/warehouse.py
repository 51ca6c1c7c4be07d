"""Warehouse robot: moves bins between shelves."""
SHELVES = ["A10", "A11", "B12", "C40", "M54"]
BOLTS = {"M10": 1.5, "M12": 1.75, "M16": 2.0}
ROADS = ["E16", "E18", "E39", "F60"]
def is_left(bin_id):
    return bin_id.startswith("F")
def parse(cell):
    return re.match(r"^[A-Z]+[0-9]+$", cell)
def hotkey(event):
    return event.key in ("F10", "F11", "F12")
battery = "A23"
CODECS = ["G711", "G722", "H264"]
UNICODE = "\u00E9\u00E5"
sha = "e119c50a10b2"
version = "V12"
