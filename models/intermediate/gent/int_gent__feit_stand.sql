-- Where pupils go to school; the fact's place is the school's.
with

leerlingen as (select * from {{ ref('int_gent__leerlingen') }})

select
    leerlingen.leerling_id,
    leerlingen.schooljaar,
    leerlingen.meetmoment,
    {{ gent_plaatskolommen('leerlingen', 'school') }},
    {{ gent_kenmerkkolommen('leerlingen') }},
    leerlingen.is_okan,
    leerlingen.is_duaal,
    leerlingen.graad as graad_code,
    leerlingen.stroom as stroom_code,
    leerlingen.onderwijsvorm as onderwijsvorm_code,
    leerlingen.finaliteit as finaliteit_code,
    leerlingen.woon_wijk_code = leerlingen.school_wijk_code as woont_in_wijk,
    coalesce(leerlingen.graad, 'geen') as graad,
    coalesce(lower(leerlingen.onderwijsvorm), 'geen') as onderwijsvorm,
    case leerlingen.finaliteit
        when 'DO' then 'doorstroom' when 'DU' then 'dubbel' when 'A' then 'arbeidsmarkt'
        else 'geen'
    end as finaliteit,
    coalesce(leerlingen.type_buitengewoon, 'geen') as type_buitengewoon,
    coalesce(leerlingen.opleidingsvorm, 'geen') as opleidingsvorm
from leerlingen
