{#- What the dated reference lists say of a school year: the same for every city. -#}

{#- The administratieve groepen of every school year in `jaren` (schooljaar, peildatum). Should two
    rows hold on the same day, the one that began last is taken; quality counts them. -#}
{% macro geldige_groepen(jaren, lijst) -%}
with

jaren as (select * from {{ jaren }}),

groepen as (select * from {{ lijst }}),

geldig as (
    select
        jaren.schooljaar,
        groepen.administratieve_groep_code,
        max(groepen.geldig_van) as geldig_van,
        count(*) as geldige_rijen
    from jaren
    inner join groepen on {{ geldt_op('groepen', 'jaren.peildatum') }}
    group by jaren.schooljaar, groepen.administratieve_groep_code
)

select
    geldig.schooljaar,
    geldig.administratieve_groep_code,
    groepen.hoofdstructuur_code,
    cast(groepen.graad as integer) as graad,
    groepen.leerjaar,
    groepen.onderwijsvorm,
    groepen.finaliteit,
    groepen.stroom,
    groepen.studierichting_code,
    groepen.is_okan,
    groepen.is_modulair,
    groepen.is_duaal,
    geldig.geldige_rijen
from geldig
inner join groepen
    on
        geldig.administratieve_groep_code = groepen.administratieve_groep_code
        and geldig.geldig_van = groepen.geldig_van
{%- endmacro %}

{#- The oldest ancestor of every institution along `opvolger_van`. A list that goes round in a circle
    ends at its lowest number. -#}
{% macro instelling_stam(lijst) -%}
with recursive

instellingen as (select * from {{ lijst }}),

opvolging as (
    select
        instellingsnummer,
        arg_max(opvolger_van, geldig_van) as voorganger
    from instellingen
    where opvolger_van != instellingsnummer
    group by instellingsnummer
),

keten as (
    select
        instellingsnummer,
        [instellingsnummer, voorganger] as pad
    from opvolging
    union all
    select
        keten.instellingsnummer,
        list_append(keten.pad, opvolging.voorganger) as pad
    from keten
    inner join opvolging on keten.pad[-1] = opvolging.instellingsnummer
    where list_unique(keten.pad) = len(keten.pad)
),

volledig as (
    select
        instellingsnummer,
        arg_max(pad, len(pad)) as pad
    from keten
    group by instellingsnummer
)

select
    instellingsnummer,
    -- From where the end was first met: the whole circle, or the end itself.
    list_min(pad[list_position(pad, pad[-1]):]) as instelling_stam,
    list_unique(pad) < len(pad) as is_kring
from volledig
{%- endmacro %}
