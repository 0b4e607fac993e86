-- Reference data as the deployment's CSV files give it; blank dates mean always (reference.md).
CREATE MACRO since(day) AS coalesce(nullif(day, '')::DATE, DATE '0001-01-01');
CREATE MACRO until(day) AS coalesce(nullif(day, '')::DATE, DATE '9999-12-31');

CREATE TABLE IF NOT EXISTS csv_budgets (collaborative VARCHAR, service_line VARCHAR, commissioner VARCHAR, financial_year VARCHAR, amount VARCHAR);
CREATE TABLE IF NOT EXISTS csv_baselines (collaborative VARCHAR, service_line VARCHAR, measure_id VARCHAR, split VARCHAR, value VARCHAR);

-- position: where several answer for an unknown line, the first by code does.
CREATE TABLE collaborative AS
SELECT collaborative, row_number() OVER (ORDER BY collaborative) AS position, strptime(nullif(baseline_to, ''), '%Y-%m')::DATE AS baseline_to FROM csv_collaboratives;
CREATE TABLE member AS SELECT collaborative, org_code, expected, since("from") AS since, until("to") AS until FROM csv_members;
CREATE TABLE line AS SELECT collaborative, service_line, since("from") AS since, until("to") AS until FROM csv_collaborative_service_lines;
CREATE TABLE natural_flow AS
SELECT collaborative, service_line, home_icb, site_code, since("from") AS since, until("to") AS until FROM csv_natural_flow;
CREATE TABLE site_owner AS SELECT site_code, any_value(org_code) AS org_code FROM csv_sites GROUP BY site_code;
