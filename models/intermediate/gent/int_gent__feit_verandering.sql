-- This school year against the one before, within the delivered row: the row itself says where the
-- pupil was. No other row of the pupil is read.
with

leerlingen as (
    select
        *,
        concat(startjaar - 1, '-', startjaar) as vorig_schooljaar
    from {{ ref('int_gent__leerlingen') }}
    where meetmoment = '01/02'
),

groepen as (select * from {{ ref('int_gent__administratieve_groepen') }}),

stammen as (select * from {{ ref('int_gent__instelling_stam') }}),

met_vorige as (
    select
        leerlingen.*,
        vorige.onderwijsvorm as vj_onderwijsvorm,
        vorige.studierichting_code as vj_studierichting_code,
        vorige.is_okan as vj_is_okan,
        {{ onderwijsniveau('vorige.hoofdstructuur_code') }} as vj_niveau,
        {{ onderwijssoort('vorige.hoofdstructuur_code') }} as vj_soort,
        coalesce(stam.instelling_stam, leerlingen.instellingsnummer) as instelling_stam,
        coalesce(vorige_stam.instelling_stam, leerlingen.vj_instellingsnummer)
            as vj_instelling_stam
    from leerlingen
    left join groepen as vorige
        on
            leerlingen.vorig_schooljaar = vorige.schooljaar
            and leerlingen.vj_administratieve_groep_code = vorige.administratieve_groep_code
    left join stammen as stam on leerlingen.instellingsnummer = stam.instellingsnummer
    left join stammen as vorige_stam
        on leerlingen.vj_instellingsnummer = vorige_stam.instellingsnummer
)

select
    met_vorige.leerling_id,
    met_vorige.schooljaar,
    met_vorige.meetmoment,
    {{ gent_plaatskolommen('met_vorige', 'woon') }},
    {{ gent_kenmerkkolommen('met_vorige') }},
    met_vorige.is_okan,
    met_vorige.vj_is_okan,
    met_vorige.vj_administratieve_groep_code is not null as vj_groep_geleverd,
    met_vorige.vj_niveau,
    met_vorige.vj_soort,
    coalesce(met_vorige.vj_niveau = met_vorige.onderwijsniveau, false) as zelfde_niveau,
    case
        when met_vorige.vj_instellingsnummer is not null
            and met_vorige.vj_niveau = met_vorige.onderwijsniveau
            then met_vorige.instelling_stam != met_vorige.vj_instelling_stam
    end as schoolverandering,
    case
        when met_vorige.vj_instellingsnummer is not null
            and met_vorige.vj_niveau = met_vorige.onderwijsniveau
            then
                met_vorige.instellingsnummer = met_vorige.vj_instellingsnummer
                and coalesce(met_vorige.intern_volgnummer != met_vorige.vj_intern_volgnummer, false)
    end as vestigingsverandering,
    met_vorige.studierichting_code != met_vorige.vj_studierichting_code as studieverandering,
    case
        when met_vorige.onderwijsniveau = 'secundair' and met_vorige.vj_niveau = 'secundair'
            then met_vorige.onderwijsvorm != met_vorige.vj_onderwijsvorm
    end as onderwijsvormverandering,
    case
        when
            met_vorige.hoofdstructuur = '311' and met_vorige.graad = '1' and met_vorige.stroom = 'B'
            then 'b_stroom'
        when met_vorige.onderwijsvorm = 'BSO' or met_vorige.hoofdstructuur in ('312', '313', '315')
            then 'bso'
        else 'andere'
    end as opleiding
from met_vorige
