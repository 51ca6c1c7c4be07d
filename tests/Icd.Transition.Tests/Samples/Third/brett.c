#define LED_PIN D13
static const char *pins[] = { "A10", "B12", "C13", "D2" };
static const char *dx_codes[] = { "E78.0", "E78.5" };
int is_cancer(const char *icd) { return strncmp(icd, "C", 1) == 0; }
char hoveddiagnose[5 + 1];
char romkode[5];
int f(const char *s) { return strcmp(s, "K75") == 0; }
