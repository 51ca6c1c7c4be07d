object KodeFilter {
    private val kreftkoder = "C00".."C97"
    fun erKreft(tilstandskode: String) = tilstandskode.take(3) in kreftkoder
    fun erKols(tilstandskode: String) = tilstandskode.startsWith("J44")
    fun erForgiftning(diag: String) = diag.matches(Regex("T(3[6-9]|4[0-9]|50).*"))
    val sykepengekoder = setOf("M54.5", "M79.1", "F43.2", "R53")
    val garderobe = setOf("A12", "B14", "C20")
    val protokoll = "H264"
}
