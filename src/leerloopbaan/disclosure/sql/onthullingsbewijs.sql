{#-
  Checks the certificates of disclosure control with arithmetic only: no solver, and nothing that
  the optimiser computed is believed. One row per failure; no row means the release is proven.

  A dbt test calls the macro with relations of the warehouse; Python renders the same text
  (leerloopbaan.disclosure.verify). It takes the relations of leerloopbaan.disclosure.certificates,
  `cellen`, `besluiten`, and:
    drempel       largest hidden count
    nul_primair   whether sampling zeros are hidden
    overlappend   breakdowns whose categories do not add up (list of names)
    bodem         whether a structural minimum above zero is accepted (only with shown zeros)
-#}
{% macro onthullingsbewijs(
    variabelen, vergelijkingen, cel_variabelen, getuigen, bewijzen, insiders, cellen, besluiten,
    drempel=5, nul_primair=true, overlappend=[], bodem=false
) %}
with

cel as (
    select
        c.cel_id,
        c.basis,
        c.kenmerk,
        c.schooljaar,
        coalesce(c.meetmoment, '') as meetmoment,
        c.geo_niveau,
        c.geo_code,
        c.geo_ouder,
        c.aantal,
        coalesce(c.gevoelig, false) as gevoelig,
        coalesce(c.zichtbaar, true) as zichtbaar,
        coalesce(c.structureel_nul, false) or coalesce(c.moet_getoond, false) as bekend,
        b.status,
        b.cel_id is not null as besloten,
        v.variabele_id,
        v.aantal as aantal_variabele,
        v.getoond,
        list_sort(list_filter(
            [
                {'u': coalesce(c.uitsplitsing, 'totaal'), 'c': coalesce(c.categorie, 'totaal')},
                {'u': coalesce(c.uitsplitsing_2, 'totaal'), 'c': coalesce(c.categorie_2, 'totaal')}
            ],
            lambda p: p.u <> 'totaal' and p.c <> 'totaal'
        )) as splitsing
    from {{ cellen }} as c
    left join {{ besluiten }} as b on b.cel_id = c.cel_id
    left join {{ cel_variabelen }} as k on k.cel_id = c.cel_id
    left join {{ variabelen }} as v on v.variabele_id = k.variabele_id
),

-- The proof must be about these cells, and the decisions must be the ones that were proven.
besluit_klopt as (
    select 'besluit' as regel, cel_id as waar
    from cel
    group by cel_id
    having count(*) > 1
        or bool_or(variabele_id is null)
        or not bool_and(besloten)
        or bool_or(aantal is distinct from aantal_variabele)
        or bool_or((status is null) is distinct from getoond)
        or bool_or(status is not null and status <> 'onderdrukt')
),

vergelijking_klopt as (
    select 'vergelijking' as regel, cast(e.vergelijking_id as varchar) as waar
    from {{ vergelijkingen }} as e
    left join {{ variabelen }} as v on v.variabele_id = e.variabele_id
    group by e.vergelijking_id
    having coalesce(sum(e.coefficient * v.aantal), 1) <> 0 or bool_or(v.variabele_id is null)
),

-- A world: whole numbers, no shown count touched, nothing below or above what is known.
wereld_klopt as (
    select 'wereld' as regel, g.getuige_id || '/' || g.variabele_id as waar
    from {{ getuigen }} as g
    left join {{ variabelen }} as v on v.variabele_id = g.variabele_id
    where
        v.variabele_id is null
        or g.delta = 0
        or v.getoond
        or v.aantal + g.delta < v.onder
        or v.aantal + g.delta > v.boven
    union all
    select 'wereld', getuige_id || '/' || variabele_id
    from {{ getuigen }}
    group by getuige_id, variabele_id
    having count(*) > 1
),

wereld_sluit as (
    select 'wereld sluit niet' as regel, g.getuige_id || '/' || e.vergelijking_id as waar
    from {{ getuigen }} as g
    inner join {{ vergelijkingen }} as e on e.variabele_id = g.variabele_id
    group by g.getuige_id, e.vergelijking_id
    having sum(g.delta * e.coefficient) <> 0
),

-- A left-over without a row is empty but not known to be: its sum is checked by its own equation.
kinderen as (
    select schooljaar, geo_ouder, count(distinct geo_code) as aantal_kinderen
    from cel
    where geo_ouder <> geo_code
    group by all
),

-- The equations once more, derived here from the cells themselves: a forgotten one shows.
volledig as (
    select p.cel_id
    from cel as p
    inner join cel as k
        on k.geo_ouder = p.geo_code and k.geo_code <> p.geo_code and k.basis = p.basis
        and k.kenmerk = p.kenmerk and k.schooljaar = p.schooljaar
        and k.meetmoment = p.meetmoment and k.splitsing = p.splitsing
    inner join kinderen as a on a.schooljaar = p.schooljaar and a.geo_ouder = p.geo_code
    group by p.cel_id, a.aantal_kinderen
    having count(*) = a.aantal_kinderen
),

geografie as (
    select p.cel_id || ' geo' as vergelijking, p.variabele_id, 1 as coefficient
    from cel as p
    where p.cel_id in (select cel_id from volledig)
    union all
    select p.cel_id || ' geo', k.variabele_id, -1
    from cel as p
    inner join cel as k
        on k.geo_ouder = p.geo_code and k.geo_code <> p.geo_code and k.basis = p.basis
        and k.kenmerk = p.kenmerk and k.schooljaar = p.schooljaar
        and k.meetmoment = p.meetmoment and k.splitsing = p.splitsing
    where p.cel_id in (select cel_id from volledig)
),

onderdeel as (
    select
        cel.*,
        u.deel as uit,
        list_filter(splitsing, lambda p: p.u <> u.deel) as rest
    from cel, unnest(list_transform(splitsing, lambda p: p.u)) as u(deel)
    where not list_contains([{% for naam in overlappend %}'{{ naam }}', {% endfor %}''], u.deel)
),

categorieen as (
    select schooljaar, uit, count(distinct list_filter(splitsing, lambda p: p.u = onderdeel.uit)) as n
    from onderdeel
    group by all
),

uitsplitsing_volledig as (
    select t.cel_id, o.uit
    from cel as t
    inner join onderdeel as o
        on o.basis = t.basis and o.kenmerk = t.kenmerk and o.schooljaar = t.schooljaar
        and o.meetmoment = t.meetmoment and o.geo_code = t.geo_code and o.rest = t.splitsing
    inner join categorieen as a on a.schooljaar = o.schooljaar and a.uit = o.uit
    group by t.cel_id, o.uit, a.n
    having count(*) = a.n or bool_and(o.zichtbaar)
),

uitsplitsing_som as (
    select distinct t.cel_id || ' ' || o.uit as vergelijking, t.variabele_id, 1 as coefficient
    from cel as t
    inner join onderdeel as o
        on o.basis = t.basis and o.kenmerk = t.kenmerk and o.schooljaar = t.schooljaar
        and o.meetmoment = t.meetmoment and o.geo_code = t.geo_code and o.rest = t.splitsing
    semi join uitsplitsing_volledig as h on h.cel_id = t.cel_id and h.uit = o.uit
    union all
    select t.cel_id || ' ' || o.uit, o.variabele_id, -1
    from cel as t
    inner join onderdeel as o
        on o.basis = t.basis and o.kenmerk = t.kenmerk and o.schooljaar = t.schooljaar
        and o.meetmoment = t.meetmoment and o.geo_code = t.geo_code and o.rest = t.splitsing
    semi join uitsplitsing_volledig as h on h.cel_id = t.cel_id and h.uit = o.uit
),

kenmerk_som as (
    select
        k.cel_id || ' kenmerk' as vergelijking,
        unnest([t.variabele_id, k.variabele_id, c.variabele_id]) as variabele_id,
        unnest([1, -1, -1]) as coefficient
    from cel as k
    inner join cel as t
        on t.kenmerk = 'T' and t.basis = k.basis and t.schooljaar = k.schooljaar
        and t.meetmoment = k.meetmoment and t.geo_code = k.geo_code and t.splitsing = k.splitsing
    inner join cel as c
        on c.kenmerk = '!' || k.kenmerk and c.basis = k.basis and c.schooljaar = k.schooljaar
        and c.meetmoment = k.meetmoment and c.geo_code = k.geo_code and c.splitsing = k.splitsing
),

afgeleid_sluit as (
    select 'afgeleide som' as regel, g.getuige_id || '/' || a.vergelijking as waar
    from (
        select * from geografie
        union all
        select * from uitsplitsing_som
        union all
        select * from kenmerk_som
    ) as a
    inner join {{ getuigen }} as g on g.variabele_id = a.variabele_id
    group by g.getuige_id, a.vergelijking
    having sum(g.delta * a.coefficient) <> 0
),

-- What each world reaches for the count that it is a proof of.
bereik as (
    select b.variabele_id, b.richting, b.grens, b.getuige_id, v.aantal,
        v.aantal + coalesce(g.delta, 0) as bereikt
    from {{ bewijzen }} as b
    inner join {{ variabelen }} as v on v.variabele_id = b.variabele_id
    left join {{ getuigen }} as g
        on g.getuige_id = b.getuige_id and g.variabele_id = b.variabele_id
),

grens_gehaald as (
    select 'grens' as regel, variabele_id || '/' || richting as waar
    from bereik
    where (richting = 'op' and bereikt < grens) or (richting = 'neer' and bereikt > grens)
),

-- Groups of which nothing is shown anywhere.
stil as (
    select basis, ltrim(kenmerk, '!') as kenmerk, geo_niveau,
        list_transform(splitsing, lambda p: p.u) as namen,
        bool_or(zichtbaar) as zichtbaar
    from cel
    group by all
    having bool_and(status is not null)
),

-- Groups that were dropped as a whole are in no table at all, so nothing is asked of them,
vervallen as (
    select * exclude (zichtbaar)
    from stil
    where zichtbaar
),

-- nor of a left-over that counts the same persons.
vervallen_variabelen as (
    select distinct k.variabele_id
    from cel as k
    inner join vervallen as w
        on w.basis = k.basis and w.kenmerk = ltrim(k.kenmerk, '!')
            and w.geo_niveau = k.geo_niveau
            and w.namen = list_transform(k.splitsing, lambda p: p.u)
),

klein as (
    select cel.*
    from cel
    where aantal <= {{ drempel }} and not bekend
        and (aantal > 0 or (zichtbaar and (gevoelig or {{ nul_primair }})))
),

klein_bewezen as (
    select 'geen bewijs' as regel, k.cel_id as waar
    from klein as k
    left join bereik as o
        on o.variabele_id = k.variabele_id and o.richting = 'op' and o.bereikt > {{ drempel }}
    left join bereik as n
        on n.variabele_id = k.variabele_id and n.richting = 'neer'
        and (n.bereikt = 0{% if bodem %} or n.bereikt <= n.grens{% endif %})
    where
        (k.getoond or o.variabele_id is null or n.variabele_id is null)
        and not (
            k.variabele_id in (from vervallen_variabelen)
            and exists (
                select 1 from stil as w
                where w.basis = k.basis and w.kenmerk = ltrim(k.kenmerk, '!')
                    and w.geo_niveau = k.geo_niveau
                    and w.namen = list_transform(k.splitsing, lambda p: p.u)
            )
        )
),

-- Everyone but 0 to 5: a complement without a row of its own must be unknowable too.
klein_complement as (
    select k.cel_id, t.variabele_id as geheel, k.variabele_id as deel, t.aantal - k.aantal as rest,
        k.basis, k.kenmerk, k.geo_niveau, k.splitsing
    from cel as k
    inner join cel as t
        on t.kenmerk = 'T' and t.basis = k.basis and t.schooljaar = k.schooljaar
        and t.meetmoment = k.meetmoment and t.geo_code = k.geo_code and t.splitsing = k.splitsing
    where k.kenmerk <> 'T' and not starts_with(k.kenmerk, '!') and not k.bekend
        and k.zichtbaar
        and t.aantal - k.aantal <= {{ drempel }}
        and (t.aantal > k.aantal or k.gevoelig or {{ nul_primair }})
),

-- By how much each world moves the complement; two joins on equality, never one on either.
complement_beweegt as (
    select d.cel_id, g.getuige_id, sum(g.delta * d.teken) as verschil
    from (
        select cel_id, geheel as variabele_id, 1 as teken from klein_complement
        union all
        select cel_id, deel, -1 from klein_complement
    ) as d
    inner join {{ getuigen }} as g on g.variabele_id = d.variabele_id
    group by d.cel_id, g.getuige_id
),

complement_bewezen as (
    select 'complement' as regel, k.cel_id as waar
    from klein_complement as k
    where
        not exists (
            select 1 from complement_beweegt as b
            where b.cel_id = k.cel_id and k.rest + b.verschil > {{ drempel }}
        )
        and not exists (
            select 1 from vervallen as w
            where w.basis = k.basis and w.kenmerk = k.kenmerk and w.geo_niveau = k.geo_niveau
                and w.namen = list_transform(k.splitsing, lambda p: p.u)
        )
),

-- Someone alone in a cell knows it: each target still differs in a world that agrees with that.
doel as (
    select g.variabele_id, count(*) as werelden
    from {{ getuigen }} as g
    inner join {{ variabelen }} as v on v.variabele_id = g.variabele_id
    where v.doel
    group by g.variabele_id
),

geraakt as (
    select distinct i.insider_id, g.getuige_id
    from {{ insiders }} as i
    inner join {{ getuigen }} as g on g.variabele_id = i.variabele_id
),

insider_weet as (
    select 'insider' as regel, r.insider_id || '/' || d.variabele_id as waar
    from geraakt as r
    inner join {{ getuigen }} as g on g.getuige_id = r.getuige_id
    inner join doel as d on d.variabele_id = g.variabele_id
    left join {{ insiders }} as i
        on i.insider_id = r.insider_id and i.variabele_id = d.variabele_id
    where i.insider_id is null
    group by r.insider_id, d.variabele_id, d.werelden
    having count(*) = d.werelden
)

select regel, waar from besluit_klopt
union all
select regel, waar from vergelijking_klopt
union all
select regel, waar from wereld_klopt
union all
select regel, waar from wereld_sluit
union all
select regel, waar from afgeleid_sluit
union all
select regel, waar from grens_gehaald
union all
select regel, waar from klein_bewezen
union all
select regel, waar from complement_bewezen
union all
select regel, waar from insider_weet
{% endmacro %}
