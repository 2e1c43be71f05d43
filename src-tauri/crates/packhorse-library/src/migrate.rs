//! Brings a library to the version this program knows: numbered steps, each in a transaction of its own.

use crate::Error;
use rusqlite::{Connection, TransactionBehavior};

/// The steps. The first is number 1. One that was released is never edited.
const MIGRATIONS: [&str; 5] = [
    include_str!("migrations/0001_sources.sql"),
    include_str!("migrations/0002_search.sql"),
    include_str!("migrations/0003_packs.sql"),
    include_str!("migrations/0004_steps.sql"),
    include_str!("migrations/0005_quote_weight.sql"),
];

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
}
