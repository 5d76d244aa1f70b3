-- A country can leave the European Union: the group of a nationality is that of the school year.
with

jaren as (select * from {{ ref('int_antwerpen__schooljaren') }}),

groepen as (select * from {{ ref('nationaliteitsgroepen') }})

select
    jaren.schooljaar,
    groepen.nationaliteit_code,
    groepen.nationaliteitsgroep
from jaren
inner join groepen on {{ geldt_op('groepen', 'jaren.peildatum') }}
