//! A document in, facts out: council, event, dates, judgements, findings, quotations.
