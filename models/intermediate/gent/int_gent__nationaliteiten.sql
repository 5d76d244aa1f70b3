-- Nationality groups of a school year, and whether a nationality is on the dated IEM list.
with

jaren as (select * from {{ ref('int_gent__schooljaren') }}),

groepen as (select * from {{ ref('nationaliteitsgroepen') }}),

iem_landen as (select * from {{ ref('iem_landen') }}),

iem as (
    select distinct
        jaren.schooljaar,
        iem_landen.nationaliteit_code
    from jaren
    inner join iem_landen on {{ geldt_op('iem_landen', 'jaren.peildatum') }}
)

select
    jaren.schooljaar,
    groepen.nationaliteit_code,
    groepen.nationaliteitsgroep,
    case
        when groepen.nationaliteitsgroep = 'onbekend' then 'onbekend'
        when iem.nationaliteit_code is not null then 'iem'
        else 'geen_iem'
    end as iem_groep
from jaren
inner join groepen on {{ geldt_op('groepen', 'jaren.peildatum') }}
left join iem
    on
        jaren.schooljaar = iem.schooljaar
        and groepen.nationaliteit_code = iem.nationaliteit_code
