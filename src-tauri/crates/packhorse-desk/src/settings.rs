//! What an office sets once: its council, logo, role names, and a second place for backups.

use crate::{Desk, Trouble};
use packhorse_library::Library;
use packhorse_model::composed::{Logo, LogoFormat};
use packhorse_pack::Audience;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::path::Path;
use ts_rs::TS;

const COUNCIL: &str = "office/council";
const LOGO: &str = "office/logo";
const BACKUP_FOLDER: &str = "office/backup-folder";

/// What an office has set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The council packs are made for, when the documents do not say.
    pub council: Option<String>,
    /// The logo of the cover.
    pub logo: Option<LogoRow>,
    /// What roles are called: a mayor, an executive member.
    pub roles: Vec<RoleName>,
    /// A folder for second copies of the library.
    pub backup_folder: Option<String>,
}

/// A logo as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LogoRow {
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// The picture as a `data:` address.
    pub image: String,
}

/// What a role is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleName {
    /// The role's id: `lead-member`.
    pub id: String,
    /// What it is called in most places.
    pub usual: String,
    /// What it is called here; empty where that is the usual name.
    pub name: String,
}

/// Asks to keep settings. Logo and folder are chosen by commands of their own.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingsForm {
    /// The council.
    pub council: Option<String>,
    /// What the logo shows.
    pub logo_alt: Option<String>,
    /// What roles are called.
    pub roles: Vec<RoleName>,
}

impl Desk {
    /// What the office has set.
    ///
    /// # Errors
    ///
    /// When the library cannot be read.
    pub fn settings(&self) -> Result<Settings, Trouble> {
        let library = self.library();
        let words = |name: &str| -> Result<Option<String>, Trouble> {
            Ok(library.setting(name)?.and_then(|value| value.as_str().map(str::to_owned)))
        };
        Ok(Settings {
            council: words(COUNCIL)?,
            logo: kept_logo(&library)?.map(|logo| shown(&logo)),
            roles: roles(&library)?,
            backup_folder: words(BACKUP_FOLDER)?,
        })
    }

    /// Keeps settings, in one step.
    ///
    /// # Errors
    ///
    /// When the logo is left without words, or the library cannot be written.
    pub fn save_settings(&self, form: &SettingsForm) -> Result<Settings, Trouble> {
        let _span = tracing::info_span!("save_settings").entered();
        let mut library = self.library();
        let logo = match (kept_logo(&library)?, &form.logo_alt) {
            (Some(logo), Some(alt)) => Some(Logo { alt: crate::logo::said(alt)?, ..logo }),
            _ => None,
        };
        let named = form.roles.iter().map(|role| (role.id.clone(), role.name.trim().to_owned()));
        let mut roles = crate::roles::office(&library)?;
        roles.extend(named);
        roles.retain(|_, name| !name.is_empty());
        library.together("change settings", |work| {
            work.set_setting(COUNCIL, filled(form.council.as_deref()))?;
            work.set_setting(crate::roles::SETTING, (!roles.is_empty()).then(|| json!(roles)))?;
            if let Some(logo) = logo {
                work.set_setting(LOGO, Some(json!(logo)))?;
            }
            Ok::<(), Trouble>(())
        })?;
        drop(library);
        self.settings()
    }

    /// Keeps a picture as the logo. Its bytes go into the library, so that the file may be moved.
    ///
    /// # Errors
    ///
    /// When the file is no picture that a pack can hold.
    pub fn set_logo(&self, path: &Path) -> Result<Settings, Trouble> {
        let _span = tracing::info_span!("set_logo").entered();
        let council = self.settings()?.council;
        let alt = council.map_or_else(|| "Council logo".to_owned(), |council| format!("{council} logo"));
        let logo = crate::logo::read(path, &alt)?;
        self.library().set_setting(LOGO, Some(json!(logo)), "choose a logo")?;
        self.settings()
    }

    /// Goes back to packs without a logo.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn remove_logo(&self) -> Result<Settings, Trouble> {
        self.library().set_setting(LOGO, None, "remove the logo")?;
        self.settings()
    }

    /// Sets the folder for second copies of the library, or none.
    ///
    /// # Errors
    ///
    /// When the library cannot be written.
    pub fn set_backup_folder(&self, folder: Option<&Path>) -> Result<Settings, Trouble> {
        let value = folder.map(|folder| Value::String(folder.display().to_string()));
        self.library().set_setting(BACKUP_FOLDER, value, "change the folder of second copies")?;
        self.settings()
    }
}

/// Every role the program’s own templates know, by id, with what it is called here.
fn roles(library: &Library) -> Result<Vec<RoleName>, Trouble> {
    let own = crate::roles::office(library)?;
    let usual = Audience::built_in("committee-chair").map(|audience| audience.roles).unwrap_or_default();
    let named = |(id, usual): (String, String)| {
        let name = own.get(&id).cloned().unwrap_or_default();
        RoleName { id, usual, name }
    };
    Ok(usual.into_iter().map(named).collect())
}

/// The logo of the office, as it goes on a cover.
pub(crate) fn kept_logo(library: &Library) -> Result<Option<Logo>, Trouble> {
    Ok(library.setting(LOGO)?.and_then(|value| serde_json::from_value(value).ok()))
}

fn shown(logo: &Logo) -> LogoRow {
    let kind = match logo.format {
        LogoFormat::Png => "png",
        LogoFormat::Jpeg => "jpeg",
        LogoFormat::Svg => "svg+xml",
    };
    let bytes = json!(logo)["bytes"].as_str().unwrap_or_default().to_owned();
    LogoRow { alt: logo.alt.clone(), image: format!("data:image/{kind};base64,{bytes}") }
}

fn filled(words: Option<&str>) -> Option<Value> {
    words.map(str::trim).filter(|words| !words.is_empty()).map(|words| Value::String(words.to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::fixture::{desk, visit};
    use crate::{RoleName, SettingsForm};

    #[test]
    fn settings_are_kept_and_can_be_taken_back() {
        let (_home, desk) = desk(&[visit()]);
        let named =
            |id: &str, name: &str| RoleName { id: id.into(), usual: String::new(), name: name.into() };
        let roles = vec![named("lead-member", " Executive Member"), named("dcs", "")];
        let form = SettingsForm { council: Some(" Aldermoor ".into()), logo_alt: None, roles };
        let kept = desk.save_settings(&form).expect("kept");
        assert_eq!(kept.council.as_deref(), Some("Aldermoor"));
        let role = kept.roles.iter().find(|role| role.id == "lead-member").expect("the templates know it");
        assert_eq!(
            (role.name.as_str(), role.usual.as_str()),
            ("Executive Member", "Cabinet Member for Children")
        );
        assert_eq!(desk.undo().expect("undo").did.as_deref(), Some("change settings"));
        assert_eq!(desk.settings().expect("settings").council, None);
    }

    #[test]
    fn a_logo_is_told_by_its_bytes_and_lives_in_the_library() {
        let (home, desk) = desk(&[visit()]);
        let path = home.path().join("logo.png");
        std::fs::write(&path, "<html>").expect("a file");
        assert!(desk.set_logo(&path).is_err(), "a web page named .png is no picture");
        std::fs::write(&path, "<svg xmlns='http://www.w3.org/2000/svg'/>").expect("a file");
        desk.set_logo(&path).expect("an SVG is one, whatever its name");
        std::fs::remove_file(&path).expect("the file goes");
        let logo = desk.settings().expect("settings").logo.expect("the logo stays");
        assert!(logo.image.starts_with("data:image/svg+xml;base64,"), "{}", logo.image);
        assert_eq!(logo.alt, "Council logo", "a logo never goes without words");
        let form = |alt: &str| SettingsForm { council: None, logo_alt: Some(alt.into()), roles: Vec::new() };
        let trouble = desk.save_settings(&form("  ")).expect_err("blanks are no words");
        assert_eq!(trouble.message, "The logo needs words for those who cannot see it.");
        let kept = desk.save_settings(&form("Wexcombe County Council")).expect("words").logo;
        assert_eq!(kept.map(|logo| logo.alt).as_deref(), Some("Wexcombe County Council"));
        let request = crate::PackRequest { pack: crate::fixture::form(&desk).id };
        let cover = desk.composed(&request, 0).expect("composed").cover;
        assert_eq!(cover.logo.map(|logo| logo.alt).as_deref(), Some("Wexcombe County Council"));
    }
}
