-- How often our own derivation gives the delivered delay and zittenblijver. It only reconciles:
-- what is published is what the ministry delivered. Zittenblijven is derived within the row, from
-- the previous school year's group that stands in it.
with

leerlingen as (
    select
        *,
        concat(startjaar - 1, '-', startjaar) as vorig_schooljaar
    from {{ ref('int_gent__leerlingen') }}
    where meetmoment = '01/02' and methode != 'methode'
),

groepen as (
    select
        *,
        case
            when hoofdstructuur_code = '211' and leerjaar between 1 and 6 then leerjaar
            when hoofdstructuur_code = '311' then {{ leerjaar_secundair() }}
        end as leerjaar_loopbaan
    from {{ ref('int_gent__administratieve_groepen') }}
),

afgeleid as (
    select
        leerlingen.schooljaar,
        leerlingen.hoofdstructuur,
        leerlingen.jaren_schoolse_vordering as geleverde_vordering,
        case leerlingen.is_zittenblijver when 'ja' then true when 'nee' then false end
            as geleverd_zittenblijver,
        leerlingen.leeftijd - 5 - nu.leerjaar_loopbaan as afgeleide_vordering,
        nu.leerjaar_loopbaan = vorige.leerjaar_loopbaan as afgeleid_zittenblijver
    from leerlingen
    left join groepen as nu
        on
            leerlingen.schooljaar = nu.schooljaar
            and leerlingen.administratieve_groep_code = nu.administratieve_groep_code
    left join groepen as vorige
        on
            leerlingen.vorig_schooljaar = vorige.schooljaar
            and leerlingen.vj_administratieve_groep_code = vorige.administratieve_groep_code
)

select
    schooljaar,
    hoofdstructuur,
    count(*) as leerlingen,
    count(geleverde_vordering) as vordering_geleverd,
    count(afgeleide_vordering) as vordering_afgeleid,
    count(*) filter (where geleverde_vordering is not null and afgeleide_vordering is not null)
        as vordering_beide,
    count(*) filter (where geleverde_vordering = afgeleide_vordering) as vordering_gelijk,
    count(*) filter (
        where geleverd_zittenblijver is not null and afgeleid_zittenblijver is not null
    ) as zittenblijver_beide,
    count(*) filter (where geleverd_zittenblijver = afgeleid_zittenblijver) as zittenblijver_gelijk
from afgeleid
group by schooljaar, hoofdstructuur
