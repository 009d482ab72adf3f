//! The receiver as browsers, operators and attackers meet it.

#[cfg(test)]
mod files;
#[cfg(test)]
mod guard;
#[cfg(test)]
mod health;
#[cfg(test)]
mod outside;
#[cfg(test)]
mod running;
#[cfg(test)]
mod starting;
#[cfg(test)]
mod support;
