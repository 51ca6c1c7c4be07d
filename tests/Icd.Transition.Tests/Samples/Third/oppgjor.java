class Oppgjor {
    private static final List<String> TAKSTER = List.of("H12", "L10", "M25");
    private static final List<String> DRG = List.of("O80", "C50");
    boolean erPrematur(String tilstandskode) { return tilstandskode.compareTo("P05") >= 0 && tilstandskode.compareTo("P08") < 0; }
    @Size(min = 3, max = 5) private String diagnosekode;
    @Column(name = "bidiagnose", length = 5) private String bi;
    @Column(name = "takst", length = 5) private String takst;
    String gruppe(String hoveddiagnose) { return hoveddiagnose.substring(0, 3); }
}
