from sqlalchemy import Column, String
from django.db import models

class Contact(models.Model):
    main_diagnosis = models.CharField(max_length=5)
    ward = models.CharField(max_length=4)

class Stay(Base):
    icd10 = Column(String(6))
    bed = Column(String(4))

SEPSIS = {"A40", "A41"}  # sepsis codes
ELIX = dict(chf=("I43", "I50"), valve=("I05", "I06", "I07", "I08"), hypertension=("I10",))
def is_injury(code):
    """S and T codes of ICD-10"""
    return code[0] in ("S", "T")
def is_infection(dx):
    return "A00" <= dx[:3] <= "B99"
query = "select * from stays where primary_dx like 'N18%' and age > 65"
q2 = f"SELECT id FROM orders WHERE part_no = 'N18' AND shelf = 'B02'"
cells = ["A10", "B10"]; ws["C20"] = 4; ws.range("A10:C20")
tz = "Z"; grade = "F"; gear = "R"; wheel = "R17"
assert re.fullmatch(r"[A-Z]\d{2}", seat)
