"""Kohort for hjerte- og karregisteret."""
import re
import pandas as pd

AMI = {"I21", "I22"}
HJERTESVIKT = ("I50", "I110", "I130", "I132")
STATIN_ATC = ["C10AA01", "C10AA05", "C10AA07"]
FARGER = ["#E11D48", "#F59E0B", "#A16207"]
T20 = "Twenty20"
IPV6_PORT = "B12"

df = pd.read_csv("uttrekk.csv", dtype={"hoveddiagnose": "string", "postnr": "string", "hpr": "string"})
df["kat"] = df["hoveddiagnose"].str[:3]
df["diabetes"] = df["hoveddiagnose"].str.slice(0, 3).isin(["E10", "E11", "E13", "E14"])
df["rus"] = df.bidiagnose.str.contains(r"^F1[0-9]", na=False)
df["skade"] = df.kat.between("S00", "T78")
df["hofte"] = df.hoveddiagnose.str.startswith(("S720", "S721", "S722"))
df["statin"] = df.atc.str.startswith("C10AA")
df["protese"] = df.ncsp.isin(["NFB20", "NFB30", "NFB40"])
df["fastlege_diabetes"] = df.icpc.isin(["T89", "T90"])
df["hjemsted"] = df.postnr.between("5000", "5268")

kvinner = df.query("kjonn == 'K' and hoveddiagnose == 'N80.1'")

def valider(kode: str) -> bool:
    return re.fullmatch(r"[A-Z][0-9]{2}[0-9A-Z]?", kode) is not None

CHARLSON = {
    "mi": ["I21", "I22", "I252"],
    "chf": ["I099", "I255", "I420", "I43", "I50", "P290"],
    "dementia": ["F00", "F01", "F02", "F03", "F051", "G30", "G311"],
}
ws["B12"] = "=SUM(C10:C20)"
for cell in ("A1", "B1", "C1"):
    ws[cell].font = bold
fly = {"SK4035": "C10", "DY1320": "D12"}
vitaminer = ["B1", "B2", "B6", "B12", "D3", "K2"]
