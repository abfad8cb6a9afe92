using Devmap;

namespace Scenarios.Claims;

internal sealed class S15TellingTheFilesystem : Scenario
{
    public override string Id => "S15";

    public override string Speaker => "Dan Williams";

    public override string Claim => "The filesystem has to be told that the device is gone; a series does that.";

    public override Outcome Play(Stage stage)
    {
        var filesystem = new FilesystemHolder(stage);
        stage.Device.Holder = filesystem;
        stage.Touch();
        Errno failure = stage.Step("driver", "dax_holder_notify_failure", () => stage.Device.NotifyFailure(3, 1, MemoryFailureFlags.None));
        TeardownResult result = stage.Step("driver", "unbind", () => stage.Device.Unbind(Stage.Moment));
        bool warned = filesystem.WarnedOfRemoval;
        string seen = $"of failures {(failure == Errno.None ? "told" : "not told")}, of removal {(warned ? "told" : "not told")}; {(result.IsComplete ? "removed" : "waits")}";
        return Outcome.Of(warned && result.IsComplete && stage.Entry.IsNone, seen);
    }

    /// <summary>A filesystem that empties its mappings when the device is about to go.</summary>
    private sealed class FilesystemHolder : IDaxHolder
    {
        private readonly Stage _stage;

        public FilesystemHolder(Stage stage) => _stage = stage;

        public bool WarnedOfRemoval { get; private set; }

        public Errno NotifyFailure(DaxDevice device, long firstPage, long pageCount, MemoryFailureFlags flags)
        {
            if ((flags & MemoryFailureFlags.PreRemove) != 0)
            {
                WarnedOfRemoval = true;
                _stage.File.UnmapAll();
            }

            return Errno.None;
        }
    }
}
