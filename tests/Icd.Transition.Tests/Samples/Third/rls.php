<?php
if (preg_match('/^C(0[0-9]|[1-8][0-9]|9[0-7])/', $diagnosekode)) { $kreft = true; }
if (substr($diagnosekode, 0, 3) === 'C50') { $bryst = true; }
$seter = ['A1', 'B2', 'C10']; $farge = '#C10F00';
if ($rom === 'B12') { exit; }
