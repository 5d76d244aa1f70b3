-- Where pupils live; the fact's place is the home's.
with

leerlingen as (select * from {{ ref('int_gent__leerlingen') }})

select
    leerlingen.leerling_id,
    leerlingen.schooljaar,
    leerlingen.meetmoment,
    {{ gent_plaatskolommen('leerlingen', 'woon') }},
    {{ gent_kenmerkkolommen('leerlingen') }},
    leerlingen.woon_wijk_code = leerlingen.school_wijk_code as school_in_wijk
from leerlingen
