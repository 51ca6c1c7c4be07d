procedure TLoader.Grupper(const Hoveddiagnose: string);
begin
  if Copy(Hoveddiagnose, 1, 3) = 'I21' then Inc(FInfarkt);
  if (Hoveddiagnose >= 'S00') and (Hoveddiagnose <= 'T98') then Inc(FSkade);
  if Hylle = 'B12' then Exit;
end;
