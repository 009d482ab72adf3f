//! Serving the built site on this machine.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::house::House;
use crate::run::run;

/// How long a program may take to end by itself once it was asked to.
const PATIENCE: Duration = Duration::from_secs(3);
const PAUSE: Duration = Duration::from_millis(100);

/// Serves the site until Ctrl-C.
pub fn serve(house: &House, port: NonZeroU16, opens: bool) -> Result<()> {
    let stop = Stop::on_ctrl_c()?;
    let mut receiver = Receiver::start(house, port)?;
    if opens {
        receiver.wait_until_there(&stop)?;
        open::that(receiver.url()).context("no browser could be opened")?;
    }
    while !stop.was_asked() {
        receiver.must_run()?;
        thread::sleep(PAUSE);
    }
    Ok(())
}

/// Whether somebody has pressed Ctrl-C, or the system wants us to end.
#[derive(Clone, Debug)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// From now on Ctrl-C is only noted; whoever waits must look.
    pub fn on_ctrl_c() -> Result<Self> {
        let asked = Arc::new(AtomicBool::new(false));
        let noted = Arc::clone(&asked);
        ctrlc::set_handler(move || noted.store(true, Ordering::Relaxed))?;
        Ok(Self(asked))
    }

    /// Whether it is time to end.
    pub fn was_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The receiver, running; it ends with this value.
pub struct Receiver {
    child: Child,
    port: NonZeroU16,
}

impl Receiver {
    /// Builds and starts it on this machine's own address, with its store among cargo's files.
    pub fn start(house: &House, port: NonZeroU16) -> Result<Self> {
        let program = program(house)?;
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port.get())).is_err() {
            bail!("port {port} is taken by another program; choose one: --port 8090");
        }
        let child = Command::new(&program)
            .arg("serve")
            .arg("--dist")
            .arg(house.dist())
            .args(["--listen", &format!("127.0.0.1:{port}")])
            .arg("--store")
            .arg(house.target.join("tomoni.sqlite"))
            .current_dir(&house.target)
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        Ok(Self { child, port })
    }

    /// Where it is.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// An error when it has ended.
    pub fn must_run(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            Some(status) => bail!("the receiver has ended ({status})"),
            None => Ok(()),
        }
    }

    fn wait_until_there(&mut self, stop: &Stop) -> Result<()> {
        while !stop.was_asked()
            && TcpStream::connect((Ipv4Addr::LOCALHOST, self.port.get())).is_err()
        {
            self.must_run()?;
            thread::sleep(PAUSE);
        }
        Ok(())
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// The program of the receiver, built.
fn program(house: &House) -> Result<PathBuf> {
    run(&mut house.cargo(&["build", "--quiet", "--package", "receiver"]))?;
    Ok(house.program("debug", "receiver"))
}

/// Ends a program: a terminal's Ctrl-C has told it already, anything else has not.
pub fn end(child: &mut Child) {
    terminate(child);
    let asked = Instant::now();
    while asked.elapsed() < PATIENCE {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        thread::sleep(PAUSE);
    }
    // It has had its time; whether it had ended in between makes no difference.
    let _ = child.kill();
    let _ = child.wait();
}

/// Asks a program to end, where programs can be asked.
#[cfg(unix)]
fn terminate(child: &Child) {
    use nix::sys::signal::{Signal, kill};
    use nix::unistd::Pid;
    if let Ok(id) = i32::try_from(child.id()) {
        // One that has ended already need not be asked.
        let _ = kill(Pid::from_raw(id), Signal::SIGTERM);
    }
}

#[cfg(not(unix))]
fn terminate(_child: &Child) {}
