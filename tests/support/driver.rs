//! The program that steers a browser: one process for each test, gone with it.

use std::{
    fs::File,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use thirtyfour::{Capabilities, WebDriver};
use tokio::time::{self, Instant};

use crate::{Engine, Failure, Outcome, get};

/// How long a driver may take until it answers.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running driver.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    addr: SocketAddr,
}

impl Driver {
    /// Starts the driver of an engine; what it says goes into `log`.
    pub async fn start(engine: Engine, home: &Path, log: &Path) -> Outcome<Self> {
        let (program, arguments) = engine.driver()?;
        let addr = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let out = File::create(log)?;
        let process = Command::new(&program)
            .arg(format!("--port={}", addr.port()))
            .args(arguments)
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("TMPDIR", home)
            // WebKitGTK as root and without a graphics card.
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("GTK_A11Y", "none")
            .env("NO_AT_BRIDGE", "1")
            // A group of its own, so that what it starts can be ended with it.
            .process_group(0)
            .stdin(Stdio::null())
            .stderr(out.try_clone()?)
            .stdout(out)
            .spawn()
            .map_err(|e| Failure(format!("cannot start {program}: {e}")))?;
        let mut driver = Self { process, addr };
        let deadline = Instant::now() + PATIENCE;
        while !get(addr, "/status").is_ok_and(|answer| answer.body.contains("\"ready\"")) {
            if let Some(status) = driver.process.try_wait()? {
                return Err(Failure(format!("{program} ended: {status}. See {}.", log.display())));
            }
            if Instant::now() > deadline {
                return Err(Failure(format!("{program} does not answer. See {}.", log.display())));
            }
            time::sleep(Duration::from_millis(20)).await;
        }
        Ok(driver)
    }

    /// The group of processes that it and its browser are in.
    pub fn group(&self) -> String {
        self.process.id().to_string()
    }

    /// Opens a browser.
    pub async fn open(&self, wanted: serde_json::Value) -> Outcome<WebDriver> {
        let serde_json::Value::Object(wanted) = wanted else {
            return Err(Failure("capabilities are an object".into()));
        };
        let url = format!("http://{}", self.addr);
        Ok(WebDriver::builder(url, Capabilities::from(wanted)).connect().await?)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The whole group: if a browser did not close when asked to, it ends here.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
