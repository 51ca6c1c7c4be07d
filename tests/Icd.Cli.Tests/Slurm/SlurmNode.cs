using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Slurm;

/// <summary>A Slurm cluster of one node, this machine, in a folder of its own: its daemons, its key, its ports.</summary>
[SupportedOSPlatform("linux")]
internal sealed class SlurmNode : IDisposable
{
    private static readonly string[] Programs = ["munged", "slurmctld", "slurmd", "sbatch", "squeue"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TestFolder _folder = new();
    private readonly List<Process> _daemons = [];

    public SlurmNode()
    {
        try
        {
            Start();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The first program that is not on this machine; <see langword="null"/> where all are.</summary>
    public static string? Missing => Array.Find(Programs, name => Find(name) is null);

    private string Configuration => _folder.File("slurm.conf");

    /// <summary>Runs a program that talks to this cluster.</summary>
    public IcdResult Run(string program, IEnumerable<string> args, params (string Name, string Value)[] environment)
    {
        using var process = Process.Start(Begin(program, args, environment))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.True(process.WaitForExit(Patience), $"{program} did not end.");
        return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>What Slurm says when something does not come about.</summary>
    public string Logs => string.Join('\n', Directory.EnumerateFiles(_folder.Path, "*.log").Select(file => $"--- {Path.GetFileName(file)}\n{string.Join('\n', File.ReadLines(file).TakeLast(60))}"));

    public void Dispose()
    {
        // Jobs first: they are children of slurmd, but outlive it.
        for (var tries = 0; _daemons.Count > 1 && tries < 100 && Run("squeue", ["--noheader"]).Out.Length > 0; tries++)
        {
            Run("scancel", ["--user", Environment.UserName]);
            Thread.Sleep(100);
        }

        _daemons.Reverse();
        foreach (var daemon in _daemons)
        {
            daemon.Kill();
            daemon.WaitForExit(Patience);
            daemon.Dispose();
        }

        _folder.Dispose();
    }

    private void Start()
    {
        File.WriteAllBytes(_folder.File("munge.key"), RandomNumberGenerator.GetBytes(128));
        File.SetUnixFileMode(_folder.File("munge.key"), UnixFileMode.UserRead);
        Directory.CreateDirectory(_folder.File("state"));
        Directory.CreateDirectory(_folder.File("spool"));
        var host = Dns.GetHostName().Split('.')[0];
        // No cgroups, no accounting: what a container can do. A job that is queued again waits until its credentials have run out; here only seconds.
        _folder.Write("slurm.conf", $"""
            ClusterName=icd
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            SlurmUser={Environment.UserName}
            SlurmdUser={Environment.UserName}
            AuthType=auth/munge
            AuthInfo=socket={_folder.File("munge.socket")},cred_expire=5
            StateSaveLocation={_folder.File("state")}
            SlurmdSpoolDir={_folder.File("spool")}
            SlurmctldPidFile={_folder.File("slurmctld.pid")}
            SlurmdPidFile={_folder.File("slurmd.pid")}
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=0,sched_min_interval=0
            SlurmdParameters=config_overrides
            ReturnToService=2
            KillWait=2
            NodeName={host} NodeAddr=127.0.0.1 CPUs=4 RealMemory=8000 State=UNKNOWN
            PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP

            """);
        File.WriteAllText(_folder.File("cgroup.conf"), "CgroupAutomount=no\n");
        Daemon("munged", "--foreground", "--force", "--key-file", _folder.File("munge.key"), "--socket", _folder.File("munge.socket"), "--pid-file", _folder.File("munged.pid"), "--log-file", _folder.File("munged.log"), "--seed-file", _folder.File("munged.seed"));
        Await(() => File.Exists(_folder.File("munge.socket")), "munged does not answer");
        Daemon("slurmctld", "-D", "-c", "-f", Configuration, "-L", _folder.File("slurmctld.log"));
        Daemon("slurmd", "-D", "-c", "-f", Configuration, "-L", _folder.File("slurmd.log"));
        Await(() => Run("sinfo", ["--noheader", "--format=%T"]).Out.Trim() == "idle", "the node does not come up");
    }

    /// <summary>Waits for what comes about by itself.</summary>
    public void Await(Func<bool> holds, string otherwise, TimeSpan? patience = null)
    {
        var waited = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(waited.Elapsed < (patience ?? Patience), $"{otherwise}.\n{Logs}");
            Thread.Sleep(50);
        }
    }

    private void Daemon(string program, params string[] args)
    {
        var daemon = Process.Start(Begin(program, args))!;
        daemon.OutputDataReceived += (_, _) => { };
        daemon.ErrorDataReceived += (_, _) => { };
        daemon.BeginOutputReadLine();
        daemon.BeginErrorReadLine();
        _daemons.Add(daemon);
    }

    private ProcessStartInfo Begin(string program, IEnumerable<string> args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Find(program) ?? throw new FileNotFoundException($"There is no {program}: apt-get install slurm-wlm munge."), args) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.Path };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SLURM_", StringComparison.Ordinal) || name.StartsWith("SBATCH_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["SLURM_CONF"] = Configuration;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

    private static string? Find(string program) => Path.IsPathRooted(program) ? program
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/sbin"]).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
