package no.example.epj;

import javax.persistence.*;
import javax.validation.constraints.*;
import java.util.*;
import java.util.regex.Pattern;

@Entity
public class EpisodeDao {
    private static final String OID_ICD10 = "2.16.578.1.12.4.1.1.7110";
    private static final Pattern ICD = Pattern.compile("[A-Z]\\d{2}\\.?\\d?");

    @Column(name = "hoveddiagnose", length = 6)
    private String hoveddiagnose;

    @Size(max = 4)
    private String bidiagnose;

    @Column(name = "room", length = 4)
    private String room;

    boolean fracture() {
        return hoveddiagnose.matches("^S[0-9]2.*");
    }

    boolean stroke() {
        return List.of("I60", "I61", "I63", "I64").contains(hoveddiagnose.substring(0, 3));
    }

    List<Episode> deliveries(EntityManager em) {
        return em.createQuery("select e from Episode e where e.hoveddiagnose between 'O80' and 'O84'", Episode.class).getResultList();
    }

    List<Episode> asthma(Connection c) {
        return query(c, "SELECT * FROM episode WHERE hdiag LIKE 'J45%' OR hdiag LIKE 'J46%'");
    }

    String locker(int n) {
        return "C" + n + " " + "D12";
    }

    String gate() { return "A12"; }

    int httpCode = 404;
    String audio = "G722";
    String version = "V1.2";
}
