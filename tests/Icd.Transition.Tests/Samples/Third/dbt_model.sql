{{ config(materialized='table') }}
select pid,
  case when substring(diagnosis_code from 1 for 3) in ('I48', 'I49') then 'arrhythmia' end as grp,
  diagnosis_code ~ '^E(66|65)' as obesity,
  left(diagnosis_code, 3) between 'K50' and 'K52' as ibd,
  diagnosis_code = any(array['F20.0', 'F20.9']) as schizo,
  room_code in ('B12', 'C14') as corner,
  seat similar to '[A-F][0-9]{2}' as seat_ok,
  route_code in ('E6', 'E18', 'E39') as motorway
from {{ ref('stg_visits') }}
