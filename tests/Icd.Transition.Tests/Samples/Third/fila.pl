use strict; use Test::More;
diag("B12 not seen"); diag "A10";
my %rom = (B12 => 1, C14 => 2);
if ($hdiag =~ /^I2[1-2]/) { $infarkt++ }
$kreft++ if substr($hdiag, 0, 1) eq 'C';
printf("%-5s|%4s\n", $plass, "E11");
