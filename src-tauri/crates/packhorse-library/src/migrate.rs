//! Brings a library to the version this program knows: numbered steps, each in a transaction of its own.

use crate::Error;
use rusqlite::{Connection, TransactionBehavior};

/// The steps. The first is number 1. One that was released is never edited.
const MIGRATIONS: [&str; 8] = [
    include_str!("migrations/0001_sources.sql"),
    include_str!("migrations/0002_search.sql"),
    include_str!("migrations/0003_packs.sql"),
    include_str!("migrations/0004_steps.sql"),
    include_str!("migrations/0005_quote_weight.sql"),
    include_str!("migrations/0006_edits_digest.sql"),
    include_str!("migrations/0007_issue_version.sql"),
    include_str!("migrations/0008_issue_folder.sql"),
];

/// The step after which every quote has the digest of its edits.
const EDITS_DIGEST: u32 = 6;

/// The newest version this program knows.
pub(crate) fn newest() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// The version a library has.
pub(crate) fn version(connection: &Connection) -> Result<u32, Error> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Runs the steps a library has not seen.
pub(crate) fn run(connection: &mut Connection) -> Result<(), Error> {
    run_to(connection, newest())
}

/// Runs the steps up to `last`.
pub(crate) fn run_to(connection: &mut Connection, last: u32) -> Result<(), Error> {
    for (number, sql) in (1..=last).zip(MIGRATIONS) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Asked inside the transaction: another program may have got here first.
        if version(&transaction)? < number {
            transaction.execute_batch(sql)?;
            if number == EDITS_DIGEST {
                crate::quote::seal_all(&transaction)?;
            }
            transaction.pragma_update(None, "user_version", number)?;
        }
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(connection: &Connection) -> Vec<String> {
        let sql = "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name";
        let mut statement = connection.prepare(sql).expect("sql");
        let rows = statement.query_map([], |row| row.get(0)).expect("rows");
        rows.collect::<Result<_, _>>().expect("names")
    }

    #[test]
    fn from_any_version_on_the_way_the_same_library_comes_of_it() {
        let mut whole = Connection::open_in_memory().expect("a database");
        run(&mut whole).expect("migrated");
        assert_eq!(version(&whole).expect("a version"), newest());
        for start in 0..newest() {
            let mut stepwise = Connection::open_in_memory().expect("a database");
            run_to(&mut stepwise, start).expect("migrated in part");
            assert_eq!(version(&stepwise).expect("a version"), start);
            run(&mut stepwise).expect("migrated");
            assert_eq!(schema(&stepwise), schema(&whole), "from version {start}");
        }
    }

    #[test]
    fn a_library_that_is_up_to_date_is_left_alone() {
        let mut connection = Connection::open_in_memory().expect("a database");
        run(&mut connection).expect("migrated");
        let before = connection.total_changes();
        run(&mut connection).expect("migrated again");
        assert_eq!(connection.total_changes(), before);
    }

    #[test]
    fn an_older_library_s_edits_have_their_digest_after_the_upgrade() {
        let mut connection = Connection::open_in_memory().expect("a database");
        connection.pragma_update(None, "foreign_keys", false).expect("no source is needed here");
        run_to(&mut connection, EDITS_DIGEST - 1).expect("an older library");
        let id = packhorse_model::QuoteId(uuid::Uuid::from_u128(7));
        let insert = "INSERT INTO quote (id, source, start, finish, words, words_before, words_after, text_digest, bearing, edits, picked, changed, revision)
            VALUES (?1, 's', 0, 4, 'Help', '', '', 'd', 'strength', '[]', 't', 't', 1)";
        connection.execute(insert, [id.to_string()]).expect("a quote");
        run(&mut connection).expect("upgraded");
        let digest: String =
            connection.query_row("SELECT edits_digest FROM quote", [], |row| row.get(0)).expect("a digest");
        assert_eq!(digest.len(), 64, "what was there before is taken as it is: {digest}");
    }
}
