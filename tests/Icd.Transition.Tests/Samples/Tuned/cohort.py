"""Cohort of patients with stroke (I60-I64) and their comorbidity."""
import re
import pandas as pd

CHARLSON = {
    "mi": ["I21", "I22", "I252"],
    "chf": ["I099", "I110", "I130", "I132", "I50"],
    "dementia": ["F00", "F01", "F02", "F03", "G30"],
}

df = pd.read_csv("npr.csv", dtype={"diag": str})
df["stroke"] = df["diag"].str.startswith(("I60", "I61", "I63", "I64"))
df["mental"] = df.diag.str[:1] == "F"
df["injury"] = df["diag"].between("S00", "T98")
df["cat"] = df["diag"].str[:3]
df["alcohol"] = df["diag"].str.match(r"^(F10|K70|T51)")
df["copd"] = df["icd10"].isin(["J440", "J441", "J449"])
valid = re.compile(r"^[A-Z][0-9][0-9][0-9x]?[0-9a-z]?$")

if "I20" <= main_diagnosis <= "I259":
    outcome = 1

sheet["A10"] = "Total"
sheet["B12"].value = "B12-vitamin"
hotkeys = {"F10": save, "F11": full_screen}
engine = "D16"
highway = ["E18", "E39", "E6"]
font = "M10"
fig.savefig("A4.pdf")
chess = ["E4", "D5", "C3"]
color = "E10B2C"
