package no.epj.integrasjon;

import java.util.*;
import java.util.regex.Pattern;

public class DiagnoseMapper {
    public static final String OID_ICD10 = "2.16.578.1.12.4.1.1.7110";
    public static final String OID_ATC = "2.16.578.1.12.4.1.1.7180";
    public static final String OID_PROSEDYRE = "2.16.578.1.12.4.1.1.7210";
    private static final Pattern KODE = Pattern.compile("^[A-Z]\\d{2}\\.?\\d?[A-Z]?$");
    private static final Pattern ATC = Pattern.compile("^[A-V]\\d{2}[A-Z]{2}\\d{2}$");
    private static final Pattern POSTNR = Pattern.compile("^\\d{4}$");
    private static final Pattern FLIGHT = Pattern.compile("^(DY|SK|WF)\\d{2,4}$");

    private static final Map<String, String> ICPC_NAVN = Map.of(
        "T90", "Diabetes ikke-insulinavhengig",
        "K75", "Akutt hjerteinfarkt",
        "P76", "Depressiv lidelse",
        "R95", "Kronisk obstruktiv lungesykdom");

    private static final Map<String, String> ICPC_TIL_ICD10 = new HashMap<>();
    static {
        ICPC_TIL_ICD10.put("T90", "E11.9");
        ICPC_TIL_ICD10.put("K75", "I21.9");
        ICPC_TIL_ICD10.put("P76", "F32.9");
    }

    public boolean erSkade(Diagnosis dx) {
        char kapittel = dx.getCode().charAt(0);
        return kapittel == 'S' || kapittel == 'T';
    }

    public boolean erFodsel(String hoveddiagnose) {
        return hoveddiagnose.matches("O8[0-4].*");
    }

    public String normaliser(String kode) {
        if (kode == null) return "R69";
        return kode.replace(".", "").substring(0, 4);
    }

    private static final DiagnoseIntervall ONDARTET = DiagnoseIntervall.fra("C00").til("C97");
    private static final Row HYLLE = Row.from("A01").to("A17");
    String partNumber = "C47-1020"; String seat = "F14"; String runway = "L19"; String elev = "K12";
}
