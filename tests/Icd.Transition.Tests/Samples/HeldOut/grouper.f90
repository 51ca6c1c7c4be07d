! DRG pre-grouper
if (hdiag(1:3) .eq. 'O80') mdc = 14
character(len=5) :: hdiag
character(len=4) :: ward
