//! What roles are called: some councils have no cabinet, some a mayor.

use crate::{Desk, RoleForm, Trouble};
use packhorse_library::Library;
use std::collections::BTreeMap;

/// The setting that keeps what the office calls the roles.
pub(crate) const SETTING: &str = "roles";

/// The office's names, and over them those of a pack.
pub(crate) fn of(library: &Library, own: &[RoleForm]) -> Result<BTreeMap<String, String>, Trouble> {
    let mut names = office(library)?;
    names.extend(written(own));
    Ok(names)
}

/// The office's names, by the role's id.
pub(crate) fn office(library: &Library) -> Result<BTreeMap<String, String>, Trouble> {
    let kept = library.setting(SETTING)?;
    Ok(kept.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
}

fn written(roles: &[RoleForm]) -> impl Iterator<Item = (String, String)> {
    let named = roles.iter().map(|role| (role.id.trim().to_owned(), role.name.trim().to_owned()));
    named.filter(|(id, name)| !id.is_empty() && !name.is_empty())
}

impl Desk {
    /// What the office calls the roles, where it does not call them as the templates do.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn roles(&self) -> Result<Vec<RoleForm>, Trouble> {
        let _span = tracing::info_span!("roles").entered();
        Ok(office(&self.library())?.into_iter().map(|(id, name)| RoleForm { id, name }).collect())
    }

    /// Keeps what the office calls the roles, for every pack; it can be undone.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn save_roles(&self, roles: &[RoleForm]) -> Result<Vec<RoleForm>, Trouble> {
        let _span = tracing::info_span!("save_roles").entered();
        let names: BTreeMap<String, String> = written(roles).collect();
        let value = (!names.is_empty()).then(|| serde_json::json!(names));
        self.library().set_setting(SETTING, value, "change role names")?;
        self.roles()
    }
}
