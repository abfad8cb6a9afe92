using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Presets;

/// <summary>The platform: handles, pools, native memory, locks.</summary>
public sealed class BclPresetTests
{
    [Fact]
    public Task Counts_of_a_SafeHandle() => VerifyAsync("""
        public static long Leak(SafeHandle handle)
        {
            bool added = false;
            {|DVM2001:handle.DangerousAddRef(ref added)|};
            return handle.DangerousGetHandle();
        }

        public static long Right(SafeHandle handle)
        {
            bool added = false;
            try
            {
                handle.DangerousAddRef(ref added);
                return handle.DangerousGetHandle();
            }
            finally
            {
                if (added) handle.DangerousRelease();
            }
        }
        """);

    [Fact]
    public Task Arrays_of_a_pool() => VerifyAsync("""
        public static int Leak(int n)
        {
            byte[] rented = {|DVM2001:ArrayPool<byte>.Shared.Rent(n)|};
            if (n > 100) return 0;
            ArrayPool<byte>.Shared.Return(rented);
            return n;
        }

        public static int Right(int n)
        {
            byte[] rented = ArrayPool<byte>.Shared.Rent(n);
            try { return rented.Length; } finally { ArrayPool<byte>.Shared.Return(rented); }
        }

        public static void Twice(int n)
        {
            byte[] rented = ArrayPool<byte>.Shared.Rent(n);
            ArrayPool<byte>.Shared.Return(rented);
            {|DVM2002:ArrayPool<byte>.Shared.Return(rented)|};
        }
        """);

    [Fact]
    public Task Blocks_go_back_where_they_come_from() => VerifyAsync("""
        public static unsafe void Wrong()
        {
            void* block = NativeMemory.AlignedAlloc(64, 16);
            {|DVM2004:NativeMemory.Free(block)|};
        }

        public static unsafe void Right()
        {
            void* block = NativeMemory.AlignedAlloc(64, 16);
            NativeMemory.AlignedFree(block);
        }

        public static void Text(string text)
        {
            IntPtr memory = {|DVM2001:Marshal.StringToBSTR(text)|};
            if (text.Length == 0) return;
            Marshal.FreeBSTR(memory);
        }
        """);

    [Fact]
    public Task The_number_of_a_handle_may_be_given_to_somebody_who_frees_it() => VerifyAsync("""
        public static long Send(object target)
        {
            GCHandle handle = GCHandle.Alloc(target);
            return GCHandle.ToIntPtr(handle).ToInt64();
        }

        public static void Put(object target, byte[] bytes)
        {
            GCHandle handle = GCHandle.Alloc(target);
            Write(bytes, (long)GCHandle.ToIntPtr(handle));
        }

        private static void Write(byte[] bytes, long number) => bytes[0] = (byte)number;

        public static void Lost(object target)
        {
            GCHandle handle = {|DVM2001:GCHandle.Alloc(target)|};
            IntPtr pointer = GCHandle.ToIntPtr(handle);
        }
        """);

    [Fact]
    public Task Locks_are_left() => VerifyAsync("""
        public static int Leak(ReaderWriterLockSlim gate, int n)
        {
            {|DVM2001:gate.EnterReadLock()|};
            if (n > 0) return 0;
            gate.ExitReadLock();
            return 1;
        }

        public static void Unchecked(ReaderWriterLockSlim gate)
        {
            {|DVM2005:gate.TryEnterWriteLock(10)|};
            gate.ExitWriteLock();
        }

        public static void Monitors(object gate, bool early)
        {
            {|DVM2001:Monitor.Enter(gate)|};
            if (early) return;
            Monitor.Exit(gate);
        }

        public static void Right(object gate)
        {
            lock (gate) { }
            bool taken = false;
            try { Monitor.Enter(gate, ref taken); } finally { if (taken) Monitor.Exit(gate); }
        }
        """);

    /// <summary>A permit may be given by somebody else, and whoever has left a lock may well use it again: that is no memory.</summary>
    [Fact]
    public Task A_lock_that_was_left_is_no_object_that_was_released() => VerifyAsync("""
        public static int Use(ReaderWriterLockSlim gate, SemaphoreSlim permits)
        {
            gate.EnterReadLock();
            gate.ExitReadLock();
            permits.Wait();
            permits.Release();
            return permits.CurrentCount + gate.WaitingReadCount;
        }

        public static int Own()
        {
            var gate = new ReaderWriterLockSlim();
            gate.EnterWriteLock();
            gate.ExitWriteLock();
            return gate.CurrentReadCount;
        }
        """);

    [Fact]
    public Task A_wait_without_end_needs_no_question() => VerifyAsync("""
        public static int Count(ReaderWriterLockSlim gate)
        {
            gate.TryEnterReadLock(-1);
            try { return gate.CurrentReadCount; } finally { gate.ExitReadLock(); }
        }

        public static void Wait(SemaphoreSlim permits)
        {
            permits.Wait(Timeout.Infinite);
            permits.Release();
            permits.Wait(Timeout.InfiniteTimeSpan);
            permits.Release();
        }

        public static void Leak(ReaderWriterLockSlim gate, bool early)
        {
            {|DVM2001:gate.TryEnterReadLock(-1)|};
            if (early) return;
            gate.ExitReadLock();
        }
        """);

    /// <summary>A semaphore is a signal as well: one waits, another tells.</summary>
    [Fact]
    public Task A_permit_may_be_given_by_somebody_else() => VerifyAsync("""
        public static void Done(SemaphoreSlim signal) => signal.Release();

        public static void WaitFor(SemaphoreSlim signal) => signal.Wait();

        public static void WaitAWhile(SemaphoreSlim signal) => signal.Wait(100);

        public static int Gate(SemaphoreSlim gate, bool early)
        {
            {|DVM2001:gate.Wait()|};
            if (early) return 0;
            gate.Release();
            return 1;
        }

        public static void Unasked(SemaphoreSlim gate)
        {
            {|DVM2005:gate.Wait(100)|};
            gate.Release();
        }

        public static void Twice(SemaphoreSlim gate)
        {
            gate.Wait();
            gate.Release();
            {|DVM2002:gate.Release()|};
        }
        """);

    [Fact]
    public Task A_view_that_is_stored_keeps_what_it_shows() => VerifyAsync("""
        private static Memory<byte> _kept;

        public static void Keep(int n)
        {
            byte[] rented = ArrayPool<byte>.Shared.Rent(n);
            _kept = rented.AsMemory()[..n];
        }

        public static void Clear(int n)
        {
            byte[] rented = {|DVM2001:ArrayPool<byte>.Shared.Rent(n)|};
            rented.AsSpan()[..n].Clear();
        }

        public static int Late(int n)
        {
            byte[] rented = ArrayPool<byte>.Shared.Rent(n);
            Span<byte> view = rented.AsSpan()[..n];
            ArrayPool<byte>.Shared.Return(rented);
            return {|DVM2003:view[0]|};
        }
        """);

    private static Task VerifyAsync(string members) => PresetTest.VerifyAsync("bcl", "", $$"""
        using System;
        using System.Buffers;
        using System.Runtime.InteropServices;
        using System.Threading;

        public static class C
        {
        {{members}}
        }
        """);
}
