package no.epj.varsling

/** Meldepliktige sykdommer (MSIS). */
enum class Gruppe(val koder: List<String>) {
    TUBERKULOSE(listOf("A15", "A16", "A17", "A18", "A19")),
    MENINGOKOKK(listOf("A39.0", "A39.2", "A39.9")),
    MESLINGER(listOf("B05.9")),
}

fun gate(avgang: String) = when (avgang) { "DY620" -> "C14"; "SK4167" -> "B22"; else -> "A1" }

fun alvorlig(diagnose: String): Boolean = when {
    diagnose.startsWith("A3") && diagnose.drop(1).take(2) == "39" -> true
    diagnose in "G00".."G05z" -> true
    else -> false
}
data class Tilstand(@field:Size(max = 6) val icd10Kode: String, @field:Size(max = 4) val rom: String)
