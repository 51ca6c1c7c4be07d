library(tidyverse)
dat <- dat %>% mutate(ihs = str_detect(dx, "^I2[0-5]"),
                      astma = str_starts(diag_1, "J4(5|6)") | startsWith(diag_1, "J46"),
                      kat = case_when(str_sub(hovedtilstand, 1, 3) %in% c("K35", "K36", "K37") ~ "appendisitt",
                                      hovedtilstand == "K80.2" ~ "gallestein",
                                      TRUE ~ "annet"))
dat <- dat %>% filter(!icpc %in% c("K74", "K75", "K76"), !atc %in% c("B01AC06"))
kreft <- c(paste0("C", sprintf("%02d", 0:97)))
suicid <- icd_between(dat$dodsarsak, "X60", "X84")
ark <- read_excel("tabell.xlsx", range = "B4:F20")
ark$A1 <- NULL; M10 <- lm(y ~ x); M45 <- update(M10, . ~ . + z)
scale_fill_manual(values = c(A1 = "#E41A1C", B2 = "#377EB8"))
dat$blokk <- stringr::str_sub(dat$icd, end = 3)
v <- c(T1 = 1.2, T2 = 1.4); R20 <- cor(v)^2
