//! The receiver: serves the built site to browsers, puts other content into it, and keeps the store of reports.
//!
//! The app works whole without it. It knows nobody: it keeps no address, sets no cookie and logs no request.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use receiver::{Given, Receiver};
//!
//! let settings = Given { dist: Some("dist".into()), ..Given::default() }.settle()?;
//! let receiver = Receiver::open(&settings).await?;
//! println!("Tomoni is at http://{}/", receiver.address());
//! receiver.run(receiver::asked_to_stop()).await?;
//! # Ok(())
//! # }
//! ```

pub mod http;
pub mod publish;
pub mod reload;
pub mod server;
pub mod settings;
pub mod site;
pub mod store;

pub use self::site::Site;
pub use reload::Showing;
pub use server::{Receiver, StartError, asked_to_stop};
pub use settings::{Given, Settings, SettingsError};
pub use store::{SqliteStore, Store, StoreError};
