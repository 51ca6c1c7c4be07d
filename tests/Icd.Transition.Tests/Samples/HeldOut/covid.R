codes <- list(asthma = paste0("J", 45:46), mi = c("I21","I22"), hf = "I50")
dat$resp <- grepl("^J", dat$hovedtilstand_icd)
dat$cvd  <- dplyr::between(dat$dx3, "I20", "I25")
dat$ext  <- substr(dat$dx1, 1, 1) %in% LETTERS[22:25]
dat$covid <- dat$dx1 == "U07.1" | dat$dx2 == "U07.1"
names(dat)[3] <- "C10"; col <- "B22"
ggsave("fig_A10.png", width = 7)
palette <- c("C01", "C02", "C03")
