-- Spells and stays. In the people lens a sender's row without a receiver's stands for its spell and stay.
CREATE MACRO in_list(class) AS CASE WHEN class SIMILAR TO '20[0-9]|21[0-3]|30[0-9]|31[01]' THEN class ELSE 'UNKNOWN' END;

CREATE TABLE w_episode AS
SELECT w, spell_id AS id, started, ended, night_end, open, true AS in_bed FROM w_spell
UNION ALL
SELECT w, id, started, ended, night_end, active, false FROM w_placement WHERE source = 'sender_only';

CREATE TABLE w_stay AS
SELECT w, ward_stay_id AS id, started, night_end, open, leave_days, distance_km AS km, in_list(bed_class) AS bed_class, true AS in_bed,
    flow(home_icb, service_line, site, last_day(seen)) AS flow
FROM w_ward_stay
UNION ALL
SELECT w, id, started, night_end, active, 0, sent_distance, in_list(sent_class), false, flow(home_icb, service_line, sent_site, last_day(seen))
FROM w_placement WHERE source = 'sender_only';

-- Beds of a spell: the first for admissions, the last for discharges, the one open at the period's end for the population.
CREATE TABLE episode_bed AS
SELECT w, e.spell_id AS id,
    coalesce(max_by(s.bed_class, (s.started, ward_stay_id)) FILTER (s.started <= e.started),
        max_by(s.bed_class, (DATE '9999-12-31' - s.started, ward_stay_id))) AS at_start,
    max_by(s.bed_class, (s.started, ward_stay_id)) FILTER (s.started <= e.ended) AS at_end,
    max_by(s.bed_class, (s.started, ward_stay_id)) FILTER (s.open) AS at_end_of_period
FROM w_spell e LEFT JOIN w_ward_stay s USING (w, spell_id) GROUP BY w, e.spell_id
UNION ALL
SELECT w, id, sent_class, sent_class, sent_class FROM w_placement WHERE source = 'sender_only';
