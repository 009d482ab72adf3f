//! The receiver as a program: it says little, and stops in order.

use std::io::{self, BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use receiver::{Showing, Site, Store, StoreError, http};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

use crate::support::{built, exchange, listening};

/// A store that answers when it is let.
#[derive(Default)]
struct Slow {
    asked: Notify,
    may_answer: Notify,
}

#[async_trait]
impl Store for Slow {
    async fn ping(&self) -> Result<(), StoreError> {
        self.asked.notify_one();
        self.may_answer.notified().await;
        Ok(())
    }
}

/// A receiver that was asked to stop while a request waits for its store.
struct Stopping {
    store: Arc<Slow>,
    running: JoinHandle<io::Result<()>>,
    request: JoinHandle<Vec<u8>>,
    address: SocketAddr,
}

async fn stopping() -> Stopping {
    let dir = built();
    let store = Arc::new(Slow::default());
    let site = Arc::new(Showing::new(Site::read(dir.path()).unwrap()));
    let receiver = listening(http::router(site, store.clone())).await;
    let address = receiver.address();
    let (stop, stopped) = oneshot::channel::<()>();
    let running = tokio::spawn(receiver.run(async { stopped.await.unwrap() }));
    let request = tokio::spawn(exchange(
        address,
        b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
    ));
    store.asked.notified().await;
    stop.send(()).unwrap();
    Stopping {
        store,
        running,
        request,
        address,
    }
}

// The clock of these two is paused: it jumps to the next moment that somebody waits for.

#[tokio::test(start_paused = true)]
async fn a_request_under_way_is_finished_before_the_receiver_stops() {
    let Stopping {
        store,
        running,
        request,
        address,
    } = stopping().await;
    tokio::time::sleep(Duration::from_secs(9)).await;
    assert!(!running.is_finished());
    // A program that another test is just starting holds a copy of the socket until it runs; so ask until it does.
    let is_shut = (0..500).any(|_| {
        std::thread::sleep(Duration::from_millis(10));
        std::net::TcpStream::connect(address).is_err()
    });
    assert!(is_shut, "nobody is let in any more");
    store.may_answer.notify_one();
    let answer = String::from_utf8(request.await.unwrap()).unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("ok\n"),
        "{answer}"
    );
    running.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_request_that_is_never_finished_holds_up_the_stop_for_ten_seconds_only() {
    let Stopping { running, .. } = stopping().await;
    tokio::time::timeout(Duration::from_secs(11), running)
        .await
        .unwrap()
        .unwrap()
        .unwrap();
}

/// The program itself, and the address that it says.
fn start(arguments: &[&str]) -> (Child, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_receiver"))
        .args(arguments)
        .env("RUST_LOG", "trace")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(program.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    let address = line
        .split(['/', ' '])
        .find(|word| word.starts_with("127.0.0.1:"));
    let address = address.unwrap_or_else(|| panic!("{line:?}")).to_owned();
    (program, address)
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_receiver"))
        .args(arguments)
        .output()
        .unwrap()
}

#[cfg(unix)]
#[tokio::test]
async fn the_program_stops_in_order_and_its_log_tells_nothing_about_anybody() {
    let dist = built();
    let data = tempfile::tempdir().unwrap();
    let store = data.path().join("tomoni.sqlite");
    let arguments = ["serve", "--listen", "127.0.0.1:0", "--dist"];
    let paths = [
        dist.path().to_str().unwrap(),
        "--store",
        store.to_str().unwrap(),
    ];
    let (mut program, address) = start(&[&arguments[..], &paths[..]].concat());

    let mut ports = Vec::new();
    std::fs::remove_file(&store).unwrap();
    for request in [
        "GET /wanted-page?topic=money",
        "GET /../wanted-page",
        "GET /healthz",
        "BREW /wanted-page",
        "GET /",
    ] {
        let mut connection = TcpStream::connect(&address).await.unwrap();
        ports.push(connection.local_addr().unwrap().port());
        let headers = "Host: x\r\nUser-Agent: wanted-agent\r\nX-Forwarded-For: 192.0.2.7\r\nConnection: close";
        connection
            .write_all(format!("{request} HTTP/1.1\r\n{headers}\r\n\r\n").as_bytes())
            .await
            .unwrap();
        connection.read_to_end(&mut Vec::new()).await.unwrap();
    }

    assert!(
        Command::new("kill")
            .arg(program.id().to_string())
            .status()
            .unwrap()
            .success()
    );
    assert!(program.wait().unwrap().success());
    let mut said = String::new();
    program
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    program
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert!(
        said.contains("the store"),
        "the cause of the failing health is logged: {said}"
    );
    for word in ["wanted", "topic", "BREW", "192.0.2.7", "127.0.0.1"] {
        assert!(!said.contains(word), "{word} in {said}");
    }
    for port in ports {
        assert!(!said.contains(&port.to_string()), "{port} in {said}");
    }
}

#[test]
fn a_mistake_in_the_settings_file_is_told_by_its_key_and_line() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("receiver.toml");
    std::fs::write(&file, "dist = \"dist\"\nlog_addresses = true\n").unwrap();
    let output = run(&["serve", "--config", file.to_str().unwrap()]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said.contains("log_addresses") && said.contains("line 2") && said.contains("receiver.toml"),
        "{said}"
    );
}

#[cfg(unix)]
#[test]
fn what_the_flags_do_not_say_is_taken_from_the_file() {
    let dist = built();
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("receiver.toml");
    let text = format!(
        "dist = {:?}\nlisten = \"127.0.0.1:1\"\nstore = \"kept.sqlite\"\n",
        dist.path()
    );
    std::fs::write(&file, text).unwrap();
    let (mut program, address) = start(&[
        "serve",
        "--config",
        file.to_str().unwrap(),
        "--listen",
        "127.0.0.1:0",
    ]);
    assert!(!address.ends_with(":1"));
    assert!(data.path().join("kept.sqlite").exists());
    program.kill().unwrap();
    program.wait().unwrap();
}

#[test]
fn without_a_folder_the_program_says_what_is_missing() {
    let output = Command::new(env!("CARGO_BIN_EXE_receiver"))
        .arg("serve")
        .current_dir(tempfile::tempdir().unwrap().path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("--dist DIR"), "{said}");
}
