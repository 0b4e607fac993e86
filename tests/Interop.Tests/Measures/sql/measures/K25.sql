-- What became of the submissions that were expected.
INSERT INTO counted
SELECT 'K25', state, 'all', 'beds', 'month', w, collaborative || ' ' || id, NULL, 'people', 1, NULL FROM expected_month;
