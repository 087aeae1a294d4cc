using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Foster.Web.Foundation.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccessLog",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Kinds = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Page = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ActorRole = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FromAddress = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: true),
                    ContentDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    WrittenIn = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "pg_current_xact_id()::text::bigint")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessLog", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SearchName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsDisabled = table.Column<bool>(type: "boolean", nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SettledBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BankHolidays",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CalendarVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankHolidays", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "CaseCounts",
                columns: table => new
                {
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Stages = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FirstTouch = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LastTouch = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Cases = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseCounts", x => new { x.CouncilId, x.Month, x.Source, x.Stages, x.FirstTouch, x.LastTouch });
                });

            migrationBuilder.CreateTable(
                name: "CouncilHistory",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ActorRole = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FromAddress = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: true),
                    ReasonCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RuleIds = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    WrittenIn = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "pg_current_xact_id()::text::bigint")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilHistory", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Councils",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    TeamName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Telephone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OpeningHours = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OutOfHoursTelephone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PostalAddress = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PrivacyNoticeVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PrivacyNotice = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    PaymentsStatement = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    CharterStatement = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    IsIntake = table.Column<bool>(type: "boolean", nullable: false),
                    Accent = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    LogoId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonalReferees = table.Column<int>(type: "integer", nullable: false),
                    FamilyReferees = table.Column<int>(type: "integer", nullable: false),
                    LongKnownReferees = table.Column<int>(type: "integer", nullable: false),
                    AsksEmployers = table.Column<bool>(type: "boolean", nullable: false),
                    AsksFormerPartners = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Councils", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Xml = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Erasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Log = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ErasedDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    RuleId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ErasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ErasedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ErasedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    WrittenIn = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "pg_current_xact_id()::text::bigint")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erasures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FailedSignIns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FailedSignIns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Households", x => x.Id);
                    table.UniqueConstraint("AK_Households_CouncilId_Id", x => new { x.CouncilId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "JobRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    JobKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ScheduledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Origin = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    Node = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Result = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Considered = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Failed = table.Column<int>(type: "integer", nullable: false),
                    Error = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobStates",
                columns: table => new
                {
                    JobKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LastTickAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PausedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PausedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PauseReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    PausedFor = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobStates", x => x.JobKey);
                });

            migrationBuilder.CreateTable(
                name: "JourneyDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Journey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Answers = table.Column<string>(type: "character varying(100000)", maxLength: 100000, nullable: false),
                    Answered = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    IsTrapped = table.Column<bool>(type: "boolean", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReturnKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JourneyDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "LinkTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkTokens", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Channel = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    BesideId = table.Column<Guid>(type: "uuid", nullable: true),
                    Recipient = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    WordsVersion = table.Column<int>(type: "integer", nullable: true),
                    MessageId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    ClaimedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClaimedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastError = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PanelMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsOnline = table.Column<bool>(type: "boolean", nullable: false),
                    IsJoint = table.Column<bool>(type: "boolean", nullable: false),
                    PapersDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AttendanceOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CancelledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    CancelReason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelMeetings", x => x.Id);
                    table.UniqueConstraint("AK_PanelMeetings_CouncilId_Id", x => new { x.CouncilId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Passages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReturnUrl = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Challenge = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    GivenName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FamilyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SearchName = table.Column<string>(type: "character varying(450)", maxLength: 450, nullable: false),
                    DateOfBirth = table.Column<DateOnly>(type: "date", nullable: true),
                    Email = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: true),
                    Telephone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                    table.UniqueConstraint("AK_People_CouncilId_Id", x => new { x.CouncilId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "RetentionItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    What = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    LineKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RuleId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    RuleSetVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TriggerOn = table.Column<DateOnly>(type: "date", nullable: false),
                    KeptTo = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Explanation = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfirmedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Counts = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Seals",
                columns: table => new
                {
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Log = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    RowDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Seals", x => new { x.CouncilId, x.Log, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "Submissions",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    ResultPath = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ResultText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submissions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "TryCounts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TryCounts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "AccessLogBodies",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessLogBodies", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_AccessLogBodies_AccessLog_EntryId",
                        column: x => x.EntryId,
                        principalTable: "AccessLog",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountClaims_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AccountLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AccountPasskeys_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Value = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AccountTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Authenticators",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastStep = table.Column<long>(type: "bigint", nullable: false),
                    Secret = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Authenticators", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_Authenticators_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Covers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    AwayId = table.Column<Guid>(type: "uuid", nullable: false),
                    CoverId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PlannedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Covers", x => x.Id);
                    table.UniqueConstraint("AK_Covers_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_Covers_Accounts_AwayId",
                        column: x => x.AwayId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Covers_Accounts_CoverId",
                        column: x => x.CoverId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeclinedReminders",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    RuleId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DeclinedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclinedReminders", x => new { x.AccountId, x.RuleId });
                    table.ForeignKey(
                        name: "FK_DeclinedReminders_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EmailChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmailChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmailChanges_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FactorResets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactorResets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FactorResets_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KeptPosts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Path = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptPosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeptPosts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KnownDevices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownDevices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KnownDevices_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PanelList",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Capacity = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    IsIndependent = table.Column<bool>(type: "boolean", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    NoticeOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NoticeByMember = table.Column<bool>(type: "boolean", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    NoticeReason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelList", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PanelList_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryCodes_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    IsStaff = table.Column<bool>(type: "boolean", nullable: false),
                    Way = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FactorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TextChoices",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChosenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextChoices", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_TextChoices_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkerProfiles",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsQualifiedAssessor = table.Column<bool>(type: "boolean", nullable: false),
                    IsExperiencedSocialWorker = table.Column<bool>(type: "boolean", nullable: false),
                    Telephone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkerProfiles", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_WorkerProfiles_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CouncilHistoryBodies",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilHistoryBodies", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_CouncilHistoryBodies_CouncilHistory_EntryId",
                        column: x => x.EntryId,
                        principalTable: "CouncilHistory",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MediaPence = table.Column<long>(type: "bigint", nullable: false),
                    StaffPence = table.Column<long>(type: "bigint", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Campaigns_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CapabilityHolders",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Capability = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CapabilityHolders", x => new { x.CouncilId, x.Capability, x.AccountId });
                    table.ForeignKey(
                        name: "FK_CapabilityHolders_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CouncilLogos",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilLogos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CouncilLogos_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ReadAs = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Headings = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    Columns = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    UnknownSources = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Agreed = table.Column<bool>(type: "boolean", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnquiryImports_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FosteringEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Directions = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Access = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Places = table.Column<int>(type: "integer", nullable: false),
                    CostPence = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FosteringEvents", x => x.Id);
                    table.UniqueConstraint("AK_FosteringEvents_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_FosteringEvents_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportedEnquiries",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferenceDigest = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    PersonDigest = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DetailDigests = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedEnquiries", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_ImportedEnquiries_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Cells = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportRows_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportSecrets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Secret = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportSecrets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportSecrets_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InformationPacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Words = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InformationPacks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InformationPacks_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KeepWarms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    FirstName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    FirstOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Every = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AskOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ConsentWords = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ConsentVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ConsentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConsentBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ConsentEndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HeardOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Asked = table.Column<int>(type: "integer", nullable: false),
                    OverAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FirstSource = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    FirstCampaignId = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeepWarms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeepWarms_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MinimumEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Publication = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uuid", nullable: true),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    EnteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EnteredById = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinimumEntries", x => x.Id);
                    table.UniqueConstraint("AK_MinimumEntries_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_MinimumEntries_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PostcodeDistricts",
                columns: table => new
                {
                    District = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostcodeDistricts", x => x.District);
                    table.ForeignKey(
                        name: "FK_PostcodeDistricts_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PrivacyNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacyNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrivacyNotices_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoleAssignments",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleAssignments", x => new { x.AccountId, x.CouncilId, x.Role });
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Schedules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Region = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EnteredById = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Schedules", x => x.Id);
                    table.UniqueConstraint("AK_Schedules_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_Schedules_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SetAsideForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PromisedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Signs = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    OverAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetAsideForms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SetAsideForms_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TemplateVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    IsDefault = table.Column<bool>(type: "boolean", nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    Text = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TemplateVersions_Councils_CouncilId",
                        column: x => x.CouncilId,
                        principalTable: "Councils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ErasureBodies",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasureBodies", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_ErasureBodies_Erasures_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Erasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Restricted = table.Column<bool>(type: "boolean", nullable: false),
                    PreviousCaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    ErasedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ErasedRule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Connections = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                    table.UniqueConstraint("AK_Cases_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_Cases_Households_CouncilId_HouseholdId",
                        columns: x => new { x.CouncilId, x.HouseholdId },
                        principalTable: "Households",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PanelAttendance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Capacity = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    IsIndependent = table.Column<bool>(type: "boolean", nullable: false),
                    Present = table.Column<bool>(type: "boolean", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelAttendance", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PanelAttendance_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PanelAttendance_PanelMeetings_CouncilId_MeetingId",
                        columns: x => new { x.CouncilId, x.MeetingId },
                        principalTable: "PanelMeetings",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountLinks",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLinks", x => new { x.AccountId, x.CouncilId });
                    table.ForeignKey(
                        name: "FK_AccountLinks_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccountLinks_People_CouncilId_PersonId",
                        columns: x => new { x.CouncilId, x.PersonId },
                        principalTable: "People",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Addresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Lines = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Town = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Postcode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Addresses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Addresses_People_CouncilId_PersonId",
                        columns: x => new { x.CouncilId, x.PersonId },
                        principalTable: "People",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsApplicant = table.Column<bool>(type: "boolean", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Relationship = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Memberships_Households_CouncilId_HouseholdId",
                        columns: x => new { x.CouncilId, x.HouseholdId },
                        principalTable: "Households",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_People_CouncilId_PersonId",
                        columns: x => new { x.CouncilId, x.PersonId },
                        principalTable: "People",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonKeys",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Digest = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonKeys", x => new { x.PersonId, x.Kind, x.Digest });
                    table.ForeignKey(
                        name: "FK_PersonKeys_People_CouncilId_PersonId",
                        columns: x => new { x.CouncilId, x.PersonId },
                        principalTable: "People",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bookings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    FirstName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Telephone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    People = table.Column<int>(type: "integer", nullable: false),
                    BookedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    FirstSource = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    FirstCampaignId = table.Column<Guid>(type: "uuid", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TriedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OverAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    AccessNeeds = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bookings_FosteringEvents_CouncilId_EventId",
                        columns: x => new { x.CouncilId, x.EventId },
                        principalTable: "FosteringEvents",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MinimumDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinimumDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinimumDecisions_MinimumEntries_CouncilId_EntryId",
                        columns: x => new { x.CouncilId, x.EntryId },
                        principalTable: "MinimumEntries",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MinimumRates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Region = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Band = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Pence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinimumRates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinimumRates_MinimumEntries_CouncilId_EntryId",
                        columns: x => new { x.CouncilId, x.EntryId },
                        principalTable: "MinimumEntries",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScheduleDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduleDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScheduleDecisions_Schedules_CouncilId_ScheduleId",
                        columns: x => new { x.CouncilId, x.ScheduleId },
                        principalTable: "Schedules",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScheduleLevels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Pence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduleLevels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScheduleLevels_Schedules_CouncilId_ScheduleId",
                        columns: x => new { x.CouncilId, x.ScheduleId },
                        principalTable: "Schedules",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScheduleRates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Band = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Pence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduleRates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScheduleRates_Schedules_CouncilId_ScheduleId",
                        columns: x => new { x.CouncilId, x.ScheduleId },
                        principalTable: "Schedules",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(30000)", maxLength: 30000, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Id);
                    table.UniqueConstraint("AK_Agreements_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_Agreements_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Allocations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Allocations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Allocations_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Allocations_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Animals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: true),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Breed = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    NeedsLicence = table.Column<bool>(type: "boolean", nullable: false),
                    HasHurt = table.Column<bool>(type: "boolean", nullable: false),
                    GoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Animals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Animals_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationPauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    PausedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ResumedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationPauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationPauses_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    CreatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Stage1StartedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Stage1CompleteOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Stage1DecisionOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Stage2StartedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReportSharedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReadyOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecommendedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SentToDecisionOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedReasonCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    HouseholdAnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastPartSentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Applications_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ReasonCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: true),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentDecisions_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    MaxChildren = table.Column<int>(type: "integer", nullable: true),
                    MinAge = table.Column<int>(type: "integer", nullable: true),
                    MaxAge = table.Column<int>(type: "integer", nullable: true),
                    TermKinds = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OverLimit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    NamedChildReference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CheckedById = table.Column<Guid>(type: "uuid", nullable: true),
                    CheckedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SharedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastEditedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Annex = table.Column<byte[]>(type: "bytea", nullable: false),
                    Background = table.Column<byte[]>(type: "bytea", nullable: false),
                    Experience = table.Column<byte[]>(type: "bytea", nullable: false),
                    Health = table.Column<byte[]>(type: "bytea", nullable: false),
                    Household = table.Column<byte[]>(type: "bytea", nullable: false),
                    Personality = table.Column<byte[]>(type: "bytea", nullable: false),
                    Religion = table.Column<byte[]>(type: "bytea", nullable: false),
                    Skills = table.Column<byte[]>(type: "bytea", nullable: false),
                    Summary = table.Column<byte[]>(type: "bytea", nullable: false),
                    TermNotes = table.Column<byte[]>(type: "bytea", nullable: true),
                    Work = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentReports_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CarerApprovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AgreementSignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MaxChildren = table.Column<int>(type: "integer", nullable: false),
                    MinAge = table.Column<int>(type: "integer", nullable: false),
                    MaxAge = table.Column<int>(type: "integer", nullable: false),
                    Kinds = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    OverLimit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    NamedChildReference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    TermsNotes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarerApprovals", x => x.Id);
                    table.UniqueConstraint("AK_CarerApprovals_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_CarerApprovals_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarerApprovals_People_CouncilId_PersonId",
                        columns: x => new { x.CouncilId, x.PersonId },
                        principalTable: "People",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CarriedFacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergeId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromReference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarriedFacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CarriedFacts_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Checks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    PreviousApprovalId = table.Column<Guid>(type: "uuid", nullable: true),
                    AnimalId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConsentId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConsentSeenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reviewer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MadeBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HasCertificateDetail = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    CertificateIssuedOn = table.Column<byte[]>(type: "bytea", nullable: true),
                    CertificateNumber = table.Column<byte[]>(type: "bytea", nullable: true),
                    CriminalNote = table.Column<byte[]>(type: "bytea", nullable: true),
                    MedicalNote = table.Column<byte[]>(type: "bytea", nullable: true),
                    Note = table.Column<byte[]>(type: "bytea", nullable: true),
                    OnBarredList = table.Column<byte[]>(type: "bytea", nullable: true),
                    Outcome = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checks", x => x.Id);
                    table.UniqueConstraint("AK_Checks_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_Checks_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConnectedReferrals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnquiryCaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ContactedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ChildReference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    LivesThere = table.Column<bool>(type: "boolean", nullable: true),
                    AssessingSince = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    End = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectedReferrals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConnectedReferrals_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CheckKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    WordingVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Given = table.Column<bool>(type: "boolean", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CoveredCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    CoverId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Kept = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    NamedForIt = table.Column<bool>(type: "boolean", nullable: false),
                    WasAtPanel = table.Column<bool>(type: "boolean", nullable: false),
                    BackOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Stayed = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoveredCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoveredCases_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoveredCases_Covers_CouncilId_CoverId",
                        columns: x => new { x.CouncilId, x.CoverId },
                        principalTable: "Covers",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deadlines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    LineKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RuleId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    TriggerAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TriggerOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CalendarVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ExplanationText = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    FormerExplanations = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    Status = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WaivedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CancelReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    HolderRole = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MeantFor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ApplicantTitle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    WaiverReason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deadlines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deadlines_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Check = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AskedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SentBackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    Words = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Documents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Documents_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Enquiries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Counted = table.Column<bool>(type: "boolean", nullable: false),
                    NotCounted = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    CountsWith = table.Column<Guid>(type: "uuid", nullable: true),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    StateSince = table.Column<DateOnly>(type: "date", nullable: true),
                    NextDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReceivedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Channel = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    HowHeard = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ConsentToRecord = table.Column<bool>(type: "boolean", nullable: false),
                    Joint = table.Column<bool>(type: "boolean", nullable: false),
                    SpareRooms = table.Column<int>(type: "integer", nullable: true),
                    Interests = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    KnowsChild = table.Column<bool>(type: "boolean", nullable: false),
                    CurrentService = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ChildrenPlaced = table.Column<bool>(type: "boolean", nullable: false),
                    WhenToCall = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    HouseholdSummary = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    PrivacyNoticeVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PrivacyAcknowledgedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FirstContactAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    InfoSentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PackVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PackWay = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    EoiOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EoiBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    VisitDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VisitAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VisitedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OutcomeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OutcomeBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReasonCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Lost = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    MergedInto = table.Column<Guid>(type: "uuid", nullable: true),
                    MergedHere = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    FirstSource = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    LastSource = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    FirstCampaignId = table.Column<Guid>(type: "uuid", nullable: true),
                    LastCampaignId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReopenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AccessNeeds = table.Column<byte[]>(type: "bytea", nullable: true),
                    Connected = table.Column<byte[]>(type: "bytea", nullable: false),
                    ConnectionWithWhom = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enquiries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Enquiries_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Method = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Reached = table.Column<bool>(type: "boolean", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnquiryContacts_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryMerges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    KeptCaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptReference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FromState = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    WasCounted = table.Column<bool>(type: "boolean", nullable: false),
                    WasNotCounted = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    WasCountedWith = table.Column<Guid>(type: "uuid", nullable: true),
                    WasFirstSource = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    WasFirstCampaignId = table.Column<Guid>(type: "uuid", nullable: true),
                    KeptCounted = table.Column<bool>(type: "boolean", nullable: false),
                    KeptNotCounted = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    KeptCountedWith = table.Column<Guid>(type: "uuid", nullable: true),
                    KeptFirstSource = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    KeptFirstCampaignId = table.Column<Guid>(type: "uuid", nullable: true),
                    PassedCount = table.Column<bool>(type: "boolean", nullable: false),
                    Followers = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    Clocks = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    Nurtures = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    MergedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MergedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MergedById = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    UndoReason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnquiryMerges_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExpressionsOfInterest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Motivation = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Experience = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    WorkAndTime = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Home = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Pets = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Smokes = table.Column<bool>(type: "boolean", nullable: true),
                    Drives = table.Column<bool>(type: "boolean", nullable: true),
                    ChildrenElsewhere = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    EarlierApplications = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OnBehalfOf = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpressionsOfInterest", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpressionsOfInterest_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsTold = table.Column<bool>(type: "boolean", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Audience = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ActorRole = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FromAddress = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: true),
                    FromState = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ToState = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReasonCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RuleIds = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PayloadVersion = table.Column<int>(type: "integer", nullable: false),
                    RuleSetVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CalendarVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    WrittenIn = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "pg_current_xact_id()::text::bigint")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Id);
                    table.ForeignKey(
                        name: "FK_History_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InitialVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ScheduledFor = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Interpreter = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AssessorId = table.Column<Guid>(type: "uuid", nullable: false),
                    AssessorName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BothPartnersSeen = table.Column<bool>(type: "boolean", nullable: true),
                    AccommodationViewed = table.Column<bool>(type: "boolean", nullable: true),
                    BedroomViewed = table.Column<bool>(type: "boolean", nullable: true),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitialVisits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InitialVisits_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    WordsVersion = table.Column<int>(type: "integer", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IssuedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FirstReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PostedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Letters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Letters_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LookUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Told = table.Column<bool>(type: "boolean", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ClearedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClearedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LookUps_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NamedPeople",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    NamedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NamedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AtPanel = table.Column<bool>(type: "boolean", nullable: false),
                    StandsIn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NamedPeople", x => new { x.CaseId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_NamedPeople_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NotSamePeople",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherCaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotSamePeople", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NotSamePeople_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Nurtures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Why = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Lost = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    AgreedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Every = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    FirstOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AskOn = table.Column<DateOnly>(type: "date", nullable: false),
                    HeardOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    IsLive = table.Column<bool>(type: "boolean", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nurtures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nurtures_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PackSendings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    PackId = table.Column<Guid>(type: "uuid", nullable: false),
                    Label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Way = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    InvitedTo = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackSendings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PackSendings_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PanelItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ListedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PapersSentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PapersLate = table.Column<bool>(type: "boolean", nullable: false),
                    LatePapersAcceptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    LatePapersReason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelItems", x => x.Id);
                    table.UniqueConstraint("AK_PanelItems_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_PanelItems_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PanelItems_PanelMeetings_CouncilId_MeetingId",
                        columns: x => new { x.CouncilId, x.MeetingId },
                        principalTable: "PanelMeetings",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PreviousApprovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    ServiceName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ServiceAddress = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedByTransfer = table.Column<bool>(type: "boolean", nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreviousApprovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreviousApprovals_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAs = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Topic = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SinceAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Holder = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => x.Id);
                    table.UniqueConstraint("AK_Questions_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_Questions_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecordHolds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlacedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PlacedById = table.Column<Guid>(type: "uuid", nullable: false),
                    PlacedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LiftedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LiftedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    LiftReason = table.Column<byte[]>(type: "bytea", nullable: true),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordHolds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordHolds_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecordsRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    For = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    About = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Service = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ConsentAskedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConsentSeenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RefusedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RefusalCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    EndedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Evidence = table.Column<byte[]>(type: "bytea", nullable: true),
                    RefusalReason = table.Column<byte[]>(type: "bytea", nullable: true),
                    SentWhat = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordsRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordsRequests_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RefereeBackgrounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    HasEmployer = table.Column<bool>(type: "boolean", nullable: false),
                    HasFormerPartner = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    EmployerReason = table.Column<byte[]>(type: "bytea", nullable: true),
                    FormerPartnerReason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefereeBackgrounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RefereeBackgrounds_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RefereeInterviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    RefereeId = table.Column<Guid>(type: "uuid", nullable: false),
                    InterviewedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReportedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    InterviewedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Paragraphs = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefereeInterviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RefereeInterviews_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Referees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Relationship = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: true),
                    Telephone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    YearsKnown = table.Column<int>(type: "integer", nullable: false),
                    SaidToBeAdult = table.Column<bool>(type: "boolean", nullable: false),
                    SharesName = table.Column<bool>(type: "boolean", nullable: false),
                    NominatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AskedBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ConsentSeenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WrittenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Chases = table.Column<int>(type: "integer", nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LostOn = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    LostReason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Referees_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReferenceAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    RefereeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Marked = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferenceAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferenceAnswers_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    RuleId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DeadlineId = table.Column<Guid>(type: "uuid", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Step = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StepOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecipientId = table.Column<Guid>(type: "uuid", nullable: false),
                    As = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportObservations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportObservations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportObservations_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportRenditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    StoredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportRenditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportRenditions_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ServiceRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PreviousApprovalId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ConsentSeenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Chases = table.Column<int>(type: "integer", nullable: false),
                    ChasedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ServiceRequests_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SessionAttendances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionKey = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AttendedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Feedback = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionAttendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionAttendances_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectKind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Purpose = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Extension = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Parts = table.Column<int>(type: "integer", nullable: false),
                    InFolder = table.Column<bool>(type: "boolean", nullable: false),
                    AddedById = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Finding = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RemovedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    ContentKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    Digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    OriginalName = table.Column<byte[]>(type: "bytea", nullable: false),
                    ReceivedFrom = table.Column<byte[]>(type: "bytea", nullable: true),
                    RemovedBecause = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => x.Id);
                    table.UniqueConstraint("AK_StoredFiles_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_StoredFiles_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SubjectAccesses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsByOwner = table.Column<bool>(type: "boolean", nullable: false),
                    ExtendedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ReviewedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ApprovedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GivenBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    ExtensionReason = table.Column<byte[]>(type: "bytea", nullable: true),
                    Identity = table.Column<byte[]>(type: "bytea", nullable: false),
                    SentBackReason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubjectAccesses", x => x.Id);
                    table.UniqueConstraint("AK_SubjectAccesses_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_SubjectAccesses_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ServiceName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ChildrenPlaced = table.Column<bool>(type: "boolean", nullable: false),
                    ToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NoticeOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MeetingOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Attendees = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    OldApprovalEndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StoppedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Absent = table.Column<byte[]>(type: "bytea", nullable: true),
                    Children = table.Column<byte[]>(type: "bytea", nullable: true),
                    Dates = table.Column<byte[]>(type: "bytea", nullable: true),
                    Support = table.Column<byte[]>(type: "bytea", nullable: true),
                    Vacancies = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transfers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Transfers_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TypedForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Page = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Answers = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    Seen = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TypedForms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TypedForms_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VisitOutcomes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Invited = table.Column<bool>(type: "boolean", nullable: false),
                    ReasonCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Reasons = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitOutcomes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitOutcomes_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    As = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementSignatures_Agreements_CouncilId_AgreementId",
                        columns: x => new { x.CouncilId, x.AgreementId },
                        principalTable: "Agreements",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreementSignatures_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicantParts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    InvitedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PreviousNames = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ApprovedElsewhere = table.Column<bool>(type: "boolean", nullable: true),
                    DetailsSavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeclarationVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicantParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicantParts_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApplicantParts_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SectionAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Holder = table.Column<Guid>(type: "uuid", nullable: false),
                    Section = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Answers = table.Column<string>(type: "character varying(60000)", maxLength: 60000, nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    OffenceAnswers = table.Column<byte[]>(type: "bytea", nullable: true),
                    SensitiveAnswers = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SectionAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SectionAnswers_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SectionAnswers_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApprovalId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Address = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    DateOfBirth = table.Column<DateOnly>(type: "date", nullable: true),
                    Sex = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Terms = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisterEntries_CarerApprovals_CouncilId_ApprovalId",
                        columns: x => new { x.CouncilId, x.ApprovalId },
                        principalTable: "CarerApprovals",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterEntries_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckChases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    CheckId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChasedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    How = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckChases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckChases_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckChases_Checks_CouncilId_CheckId",
                        columns: x => new { x.CouncilId, x.CheckId },
                        principalTable: "Checks",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsentDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Choice = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsentDecisions_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConsentDecisions_Consents_ConsentId",
                        column: x => x.ConsentId,
                        principalTable: "Consents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HistoryBodies",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HistoryBodies", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_HistoryBodies_History_EntryId",
                        column: x => x.EntryId,
                        principalTable: "History",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Terms = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Read = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    EndedElsewhereOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReturnCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReturnedToPanel = table.Column<bool>(type: "boolean", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Evidence = table.Column<byte[]>(type: "bytea", nullable: true),
                    Reasons = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                    table.UniqueConstraint("AK_Decisions_CouncilId_Id", x => new { x.CouncilId, x.Id });
                    table.ForeignKey(
                        name: "FK_Decisions_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Decisions_PanelItems_CouncilId_ItemId",
                        columns: x => new { x.CouncilId, x.ItemId },
                        principalTable: "PanelItems",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MinutesCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinutesCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinutesCorrections_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MinutesCorrections_PanelItems_CouncilId_ItemId",
                        columns: x => new { x.CouncilId, x.ItemId },
                        principalTable: "PanelItems",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PanelDeclarations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    HasConflict = table.Column<bool>(type: "boolean", nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Nature = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelDeclarations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PanelDeclarations_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PanelDeclarations_PanelItems_CouncilId_ItemId",
                        columns: x => new { x.CouncilId, x.ItemId },
                        principalTable: "PanelItems",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PanelMinutes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    WrittenBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    WrittenById = table.Column<Guid>(type: "uuid", nullable: false),
                    FinalOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SignedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Proceedings = table.Column<byte[]>(type: "bytea", nullable: false),
                    Reasons = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelMinutes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PanelMinutes_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PanelMinutes_PanelItems_CouncilId_ItemId",
                        columns: x => new { x.CouncilId, x.ItemId },
                        principalTable: "PanelItems",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Recommendations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Terms = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    DeferCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    TargetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HeadId = table.Column<Guid>(type: "uuid", nullable: true),
                    MembersCounted = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CorrectsId = table.Column<Guid>(type: "uuid", nullable: true),
                    Actions = table.Column<byte[]>(type: "bytea", nullable: true),
                    CorrectionReason = table.Column<byte[]>(type: "bytea", nullable: true),
                    Dissent = table.Column<byte[]>(type: "bytea", nullable: true),
                    Reasons = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recommendations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recommendations_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recommendations_PanelItems_CouncilId_ItemId",
                        columns: x => new { x.CouncilId, x.ItemId },
                        principalTable: "PanelItems",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QuestionPosts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Verb = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    As = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionPosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuestionPosts_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_QuestionPosts_Questions_CouncilId_QuestionId",
                        columns: x => new { x.CouncilId, x.QuestionId },
                        principalTable: "Questions",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FileParts",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileParts", x => new { x.FileId, x.Number });
                    table.ForeignKey(
                        name: "FK_FileParts_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FileParts_StoredFiles_CouncilId_FileId",
                        columns: x => new { x.CouncilId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SubjectAccessItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccessId = table.Column<Guid>(type: "uuid", nullable: false),
                    Table = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RowId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Choice = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ReasonCode = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubjectAccessItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubjectAccessItems_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SubjectAccessItems_SubjectAccesses_CouncilId_AccessId",
                        columns: x => new { x.CouncilId, x.AccessId },
                        principalTable: "SubjectAccesses",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OralOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OralBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    WrittenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WrittenBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutcomeNotices_Cases_CouncilId_CaseId",
                        columns: x => new { x.CouncilId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutcomeNotices_Decisions_CouncilId_DecisionId",
                        columns: x => new { x.CouncilId, x.DecisionId },
                        principalTable: "Decisions",
                        principalColumns: new[] { "CouncilId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessLog_CaseId_RecordedAt",
                table: "AccessLog",
                columns: new[] { "CaseId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessLog_CouncilId_RecordedAt_Id",
                table: "AccessLog",
                columns: new[] { "CouncilId", "RecordedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessLog_WrittenIn",
                table: "AccessLog",
                column: "WrittenIn");

            migrationBuilder.CreateIndex(
                name: "IX_AccountClaims_UserId",
                table: "AccountClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLinks_CouncilId_PersonId",
                table: "AccountLinks",
                columns: new[] { "CouncilId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogins_UserId",
                table: "AccountLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountPasskeys_UserId",
                table: "AccountPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_SearchName_Id",
                table: "Accounts",
                columns: new[] { "SearchName", "Id" });

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Addresses_CouncilId_PersonId",
                table: "Addresses",
                columns: new[] { "CouncilId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Addresses_CouncilId_Postcode",
                table: "Addresses",
                columns: new[] { "CouncilId", "Postcode" });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_CaseId_Number",
                table: "Agreements",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_CouncilId_CaseId",
                table: "Agreements",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementSignatures_AgreementId_PartyId",
                table: "AgreementSignatures",
                columns: new[] { "AgreementId", "PartyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgreementSignatures_CouncilId_AgreementId",
                table: "AgreementSignatures",
                columns: new[] { "CouncilId", "AgreementId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementSignatures_CouncilId_CaseId",
                table: "AgreementSignatures",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_CouncilId_Key",
                table: "Alerts",
                columns: new[] { "CouncilId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_AccountId",
                table: "Allocations",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_CaseId",
                table: "Allocations",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_CouncilId_AccountId_Role",
                table: "Allocations",
                columns: new[] { "CouncilId", "AccountId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_CouncilId_CaseId",
                table: "Allocations",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Animals_CaseId_Number",
                table: "Animals",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Animals_CouncilId_CaseId",
                table: "Animals",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicantParts_ApplicationId_PersonId",
                table: "ApplicantParts",
                columns: new[] { "ApplicationId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApplicantParts_CouncilId_CaseId",
                table: "ApplicantParts",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicantParts_CouncilId_PersonId",
                table: "ApplicantParts",
                columns: new[] { "CouncilId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationPauses_CaseId",
                table: "ApplicationPauses",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationPauses_CouncilId_CaseId",
                table: "ApplicationPauses",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationPauses_Open",
                table: "ApplicationPauses",
                column: "CaseId",
                unique: true,
                filter: "\"To\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CaseId",
                table: "Applications",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CouncilId_CaseId",
                table: "Applications",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CouncilId_State_ReceivedOn_Id",
                table: "Applications",
                columns: new[] { "CouncilId", "State", "ReceivedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentDecisions_CaseId_Step",
                table: "AssessmentDecisions",
                columns: new[] { "CaseId", "Step" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentDecisions_CouncilId_CaseId",
                table: "AssessmentDecisions",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentReports_CaseId",
                table: "AssessmentReports",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentReports_CouncilId_CaseId",
                table: "AssessmentReports",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_CaseId",
                table: "Bookings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_CouncilId_Email",
                table: "Bookings",
                columns: new[] { "CouncilId", "Email" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_CouncilId_EventId",
                table: "Bookings",
                columns: new[] { "CouncilId", "EventId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_CouncilId_Telephone",
                table: "Bookings",
                columns: new[] { "CouncilId", "Telephone" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_EventId_State",
                table: "Bookings",
                columns: new[] { "EventId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_CouncilId_StartsOn_Id",
                table: "Campaigns",
                columns: new[] { "CouncilId", "StartsOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Key",
                table: "Campaigns",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CarerApprovals_CaseId_PersonId",
                table: "CarerApprovals",
                columns: new[] { "CaseId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CarerApprovals_CouncilId_CaseId",
                table: "CarerApprovals",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CarerApprovals_CouncilId_PersonId",
                table: "CarerApprovals",
                columns: new[] { "CouncilId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_CarriedFacts_CaseId_At",
                table: "CarriedFacts",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CarriedFacts_CouncilId_CaseId",
                table: "CarriedFacts",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CarriedFacts_MergeId",
                table: "CarriedFacts",
                column: "MergeId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_CouncilId_HouseholdId",
                table: "Cases",
                columns: new[] { "CouncilId", "HouseholdId" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_CouncilId_OpenedOn_Id",
                table: "Cases",
                columns: new[] { "CouncilId", "OpenedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_CouncilId_Restricted",
                table: "Cases",
                columns: new[] { "CouncilId", "Restricted" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_PreviousCaseId",
                table: "Cases",
                column: "PreviousCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Reference",
                table: "Cases",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckChases_CheckId",
                table: "CheckChases",
                column: "CheckId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckChases_CouncilId_CaseId",
                table: "CheckChases",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckChases_CouncilId_CheckId",
                table: "CheckChases",
                columns: new[] { "CouncilId", "CheckId" });

            migrationBuilder.CreateIndex(
                name: "IX_Checks_CaseId_Kind_PersonId",
                table: "Checks",
                columns: new[] { "CaseId", "Kind", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Checks_CouncilId_CaseId",
                table: "Checks",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ConnectedReferrals_CaseId",
                table: "ConnectedReferrals",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConnectedReferrals_CouncilId_CaseId",
                table: "ConnectedReferrals",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ConnectedReferrals_CouncilId_State_OpenedOn_Id",
                table: "ConnectedReferrals",
                columns: new[] { "CouncilId", "State", "OpenedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConnectedReferrals_EnquiryCaseId",
                table: "ConnectedReferrals",
                column: "EnquiryCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsentDecisions_CaseId",
                table: "ConsentDecisions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsentDecisions_ConsentId",
                table: "ConsentDecisions",
                column: "ConsentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsentDecisions_CouncilId_CaseId",
                table: "ConsentDecisions",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_CaseId_PersonId",
                table: "Consents",
                columns: new[] { "CaseId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_CouncilId_CaseId",
                table: "Consents",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CouncilHistory_CouncilId_RecordedAt_Id",
                table: "CouncilHistory",
                columns: new[] { "CouncilId", "RecordedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CouncilHistory_WrittenIn",
                table: "CouncilHistory",
                column: "WrittenIn");

            migrationBuilder.CreateIndex(
                name: "IX_CouncilLogos_CouncilId",
                table: "CouncilLogos",
                column: "CouncilId");

            migrationBuilder.CreateIndex(
                name: "IX_Councils_Code",
                table: "Councils",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoveredCases_CaseId",
                table: "CoveredCases",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CoveredCases_CouncilId_CaseId",
                table: "CoveredCases",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CoveredCases_CouncilId_CoverId",
                table: "CoveredCases",
                columns: new[] { "CouncilId", "CoverId" });

            migrationBuilder.CreateIndex(
                name: "IX_CoveredCases_CoverId_CaseId",
                table: "CoveredCases",
                columns: new[] { "CoverId", "CaseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Covers_AwayId",
                table: "Covers",
                column: "AwayId");

            migrationBuilder.CreateIndex(
                name: "IX_Covers_CouncilId_State_From_Id",
                table: "Covers",
                columns: new[] { "CouncilId", "State", "From", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Covers_CoverId",
                table: "Covers",
                column: "CoverId");

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_CaseId_LineKey",
                table: "Deadlines",
                columns: new[] { "CaseId", "LineKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_CouncilId_CaseId",
                table: "Deadlines",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_CouncilId_Status_DueOn_Id",
                table: "Deadlines",
                columns: new[] { "CouncilId", "Status", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_CouncilId_Status_HolderRole_DueOn_Id",
                table: "Deadlines",
                columns: new[] { "CouncilId", "Status", "HolderRole", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_CouncilId_Status_LineKey_DueOn",
                table: "Deadlines",
                columns: new[] { "CouncilId", "Status", "LineKey", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_CouncilId_Status_LineKey_TriggerOn",
                table: "Deadlines",
                columns: new[] { "CouncilId", "Status", "LineKey", "TriggerOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_CaseId",
                table: "Decisions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_CouncilId_CaseId",
                table: "Decisions",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_CouncilId_DecidedOn_Id",
                table: "Decisions",
                columns: new[] { "CouncilId", "DecidedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_CouncilId_ItemId",
                table: "Decisions",
                columns: new[] { "CouncilId", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_CaseId_Kind",
                table: "Documents",
                columns: new[] { "CaseId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_CouncilId_CaseId",
                table: "Documents",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_EmailChanges_AccountId",
                table: "EmailChanges",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_CaseId",
                table: "Enquiries",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_CouncilId_CaseId",
                table: "Enquiries",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_CouncilId_FirstCampaignId",
                table: "Enquiries",
                columns: new[] { "CouncilId", "FirstCampaignId" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_CouncilId_IsOpen_NextDueOn_Id",
                table: "Enquiries",
                columns: new[] { "CouncilId", "IsOpen", "NextDueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_CouncilId_LastCampaignId",
                table: "Enquiries",
                columns: new[] { "CouncilId", "LastCampaignId" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_CouncilId_ReceivedOn",
                table: "Enquiries",
                columns: new[] { "CouncilId", "ReceivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_CouncilId_State_NextDueOn_Id",
                table: "Enquiries",
                columns: new[] { "CouncilId", "State", "NextDueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_CountsWith",
                table: "Enquiries",
                column: "CountsWith");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_MergedInto",
                table: "Enquiries",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryContacts_CaseId_At",
                table: "EnquiryContacts",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryContacts_CouncilId_CaseId",
                table: "EnquiryContacts",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryImports_CouncilId_State",
                table: "EnquiryImports",
                columns: new[] { "CouncilId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryImports_CouncilId_UploadedAt_Id",
                table: "EnquiryImports",
                columns: new[] { "CouncilId", "UploadedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryMerges_CaseId",
                table: "EnquiryMerges",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryMerges_CouncilId_CaseId",
                table: "EnquiryMerges",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryMerges_KeptCaseId",
                table: "EnquiryMerges",
                column: "KeptCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_EntryId",
                table: "Erasures",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_WrittenIn",
                table: "Erasures",
                column: "WrittenIn");

            migrationBuilder.CreateIndex(
                name: "IX_ExpressionsOfInterest_CaseId",
                table: "ExpressionsOfInterest",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ExpressionsOfInterest_CouncilId_CaseId",
                table: "ExpressionsOfInterest",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_FactorResets_AccountId",
                table: "FactorResets",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_FactorResets_CouncilId_AccountId",
                table: "FactorResets",
                columns: new[] { "CouncilId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_FailedSignIns_At",
                table: "FailedSignIns",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_FileParts_CouncilId_CaseId",
                table: "FileParts",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_FileParts_CouncilId_FileId",
                table: "FileParts",
                columns: new[] { "CouncilId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_FosteringEvents_CouncilId_StartsAt_Id",
                table: "FosteringEvents",
                columns: new[] { "CouncilId", "StartsAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_History_CaseId_RecordedAt",
                table: "History",
                columns: new[] { "CaseId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_History_CouncilId_CaseId",
                table: "History",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_History_CouncilId_RecordedAt_Id",
                table: "History",
                columns: new[] { "CouncilId", "RecordedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_History_WrittenIn",
                table: "History",
                column: "WrittenIn");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedEnquiries_CouncilId_PersonDigest",
                table: "ImportedEnquiries",
                columns: new[] { "CouncilId", "PersonDigest" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportedEnquiries_CouncilId_ReferenceDigest",
                table: "ImportedEnquiries",
                columns: new[] { "CouncilId", "ReferenceDigest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_CaseId",
                table: "ImportRows",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_CouncilId",
                table: "ImportRows",
                column: "CouncilId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_ImportId_State_Number",
                table: "ImportRows",
                columns: new[] { "ImportId", "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_UploadedAt",
                table: "ImportRows",
                column: "UploadedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ImportSecrets_CouncilId",
                table: "ImportSecrets",
                column: "CouncilId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InformationPacks_CouncilId_From_Id",
                table: "InformationPacks",
                columns: new[] { "CouncilId", "From", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InformationPacks_CouncilId_Label",
                table: "InformationPacks",
                columns: new[] { "CouncilId", "Label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InitialVisits_CaseId",
                table: "InitialVisits",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_InitialVisits_CouncilId_CaseId",
                table: "InitialVisits",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_JobKey_ScheduledAt",
                table: "JobRuns",
                columns: new[] { "JobKey", "ScheduledAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_Open",
                table: "JobRuns",
                column: "JobKey",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_JourneyDrafts_ExpiresAt",
                table: "JourneyDrafts",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_JourneyDrafts_ReturnKey_SavedAt",
                table: "JourneyDrafts",
                columns: new[] { "ReturnKey", "SavedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_KeepWarms_CaseId",
                table: "KeepWarms",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_KeepWarms_CouncilId_Email",
                table: "KeepWarms",
                columns: new[] { "CouncilId", "Email" });

            migrationBuilder.CreateIndex(
                name: "IX_KeepWarms_CouncilId_State_AskOn_Id",
                table: "KeepWarms",
                columns: new[] { "CouncilId", "State", "AskOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KeptPosts_AccountId_KeptAt",
                table: "KeptPosts",
                columns: new[] { "AccountId", "KeptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_KnownDevices_AccountId_KeyHash",
                table: "KnownDevices",
                columns: new[] { "AccountId", "KeyHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CouncilId_CaseId",
                table: "Letters",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CouncilId_FirstReadAt_PostedOn_IssuedOn_Id",
                table: "Letters",
                columns: new[] { "CouncilId", "FirstReadAt", "PostedOn", "IssuedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LinkTokens_Hash",
                table: "LinkTokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LinkTokens_SubjectId_Purpose",
                table: "LinkTokens",
                columns: new[] { "SubjectId", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_LookUps_CaseId",
                table: "LookUps",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_LookUps_CouncilId_CaseId",
                table: "LookUps",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_CouncilId_HouseholdId",
                table: "Memberships",
                columns: new[] { "CouncilId", "HouseholdId" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_CouncilId_PersonId",
                table: "Memberships",
                columns: new[] { "CouncilId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_MinimumDecisions_CouncilId_EntryId",
                table: "MinimumDecisions",
                columns: new[] { "CouncilId", "EntryId" });

            migrationBuilder.CreateIndex(
                name: "IX_MinimumDecisions_EntryId",
                table: "MinimumDecisions",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MinimumEntries_CouncilId_Year_Id",
                table: "MinimumEntries",
                columns: new[] { "CouncilId", "Year", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MinimumEntries_ReplacesId",
                table: "MinimumEntries",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_MinimumRates_CouncilId_EntryId",
                table: "MinimumRates",
                columns: new[] { "CouncilId", "EntryId" });

            migrationBuilder.CreateIndex(
                name: "IX_MinimumRates_EntryId_Region_Band",
                table: "MinimumRates",
                columns: new[] { "EntryId", "Region", "Band" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MinutesCorrections_CouncilId_CaseId",
                table: "MinutesCorrections",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_MinutesCorrections_CouncilId_ItemId",
                table: "MinutesCorrections",
                columns: new[] { "CouncilId", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_MinutesCorrections_ItemId",
                table: "MinutesCorrections",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_NamedPeople_AccountId",
                table: "NamedPeople",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_NamedPeople_CouncilId_CaseId",
                table: "NamedPeople",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_NotSamePeople_CaseId_OtherCaseId",
                table: "NotSamePeople",
                columns: new[] { "CaseId", "OtherCaseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NotSamePeople_CouncilId_CaseId",
                table: "NotSamePeople",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_NotSamePeople_OtherCaseId",
                table: "NotSamePeople",
                column: "OtherCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Nurtures_CaseId",
                table: "Nurtures",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Nurtures_CouncilId_CaseId",
                table: "Nurtures",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Nurtures_CouncilId_IsLive_AskOn_Id",
                table: "Nurtures",
                columns: new[] { "CouncilId", "IsLive", "AskOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Nurtures_CouncilId_Why_IsLive_AskOn_Id",
                table: "Nurtures",
                columns: new[] { "CouncilId", "Why", "IsLive", "AskOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_BesideId",
                table: "Outbox",
                column: "BesideId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_CaseId",
                table: "Outbox",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_DueAt",
                table: "Outbox",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeNotices_CouncilId_CaseId",
                table: "OutcomeNotices",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeNotices_CouncilId_DecidedOn_Id",
                table: "OutcomeNotices",
                columns: new[] { "CouncilId", "DecidedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeNotices_CouncilId_DecisionId",
                table: "OutcomeNotices",
                columns: new[] { "CouncilId", "DecisionId" });

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeNotices_DecisionId",
                table: "OutcomeNotices",
                column: "DecisionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PackSendings_CaseId",
                table: "PackSendings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_PackSendings_CouncilId_CaseId",
                table: "PackSendings",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelAttendance_AccountId",
                table: "PanelAttendance",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PanelAttendance_CouncilId_AccountId",
                table: "PanelAttendance",
                columns: new[] { "CouncilId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelAttendance_CouncilId_MeetingId",
                table: "PanelAttendance",
                columns: new[] { "CouncilId", "MeetingId" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelAttendance_MeetingId_AccountId",
                table: "PanelAttendance",
                columns: new[] { "MeetingId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PanelDeclarations_CaseId_AccountId",
                table: "PanelDeclarations",
                columns: new[] { "CaseId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelDeclarations_CouncilId_CaseId",
                table: "PanelDeclarations",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelDeclarations_CouncilId_ItemId",
                table: "PanelDeclarations",
                columns: new[] { "CouncilId", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelDeclarations_ItemId_AccountId",
                table: "PanelDeclarations",
                columns: new[] { "ItemId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PanelItems_CaseId",
                table: "PanelItems",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_PanelItems_CouncilId_CaseId",
                table: "PanelItems",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelItems_CouncilId_MeetingId",
                table: "PanelItems",
                columns: new[] { "CouncilId", "MeetingId" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelItems_MeetingId_Number",
                table: "PanelItems",
                columns: new[] { "MeetingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PanelList_AccountId",
                table: "PanelList",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PanelList_CouncilId_AccountId",
                table: "PanelList",
                columns: new[] { "CouncilId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelMeetings_CouncilId_On_Id",
                table: "PanelMeetings",
                columns: new[] { "CouncilId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelMinutes_CouncilId_CaseId",
                table: "PanelMinutes",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelMinutes_CouncilId_ItemId",
                table: "PanelMinutes",
                columns: new[] { "CouncilId", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelMinutes_ItemId",
                table: "PanelMinutes",
                column: "ItemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Passages_ExpiresAt",
                table: "Passages",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Passages_KeyHash",
                table: "Passages",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_People_CouncilId_SearchName",
                table: "People",
                columns: new[] { "CouncilId", "SearchName" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonKeys_CouncilId_PersonId",
                table: "PersonKeys",
                columns: new[] { "CouncilId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonKeys_Digest_CouncilId_PersonId",
                table: "PersonKeys",
                columns: new[] { "Digest", "CouncilId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_PostcodeDistricts_CouncilId",
                table: "PostcodeDistricts",
                column: "CouncilId");

            migrationBuilder.CreateIndex(
                name: "IX_PreviousApprovals_CaseId_PersonId_ServiceName",
                table: "PreviousApprovals",
                columns: new[] { "CaseId", "PersonId", "ServiceName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PreviousApprovals_CouncilId_CaseId",
                table: "PreviousApprovals",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyNotices_CouncilId_Number",
                table: "PrivacyNotices",
                columns: new[] { "CouncilId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuestionPosts_CouncilId_CaseId",
                table: "QuestionPosts",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionPosts_CouncilId_QuestionId",
                table: "QuestionPosts",
                columns: new[] { "CouncilId", "QuestionId" });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionPosts_QuestionId_At",
                table: "QuestionPosts",
                columns: new[] { "QuestionId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_CaseId_PersonId",
                table: "Questions",
                columns: new[] { "CaseId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_CouncilId_CaseId",
                table: "Questions",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_CouncilId_State_SinceAt_Id",
                table: "Questions",
                columns: new[] { "CouncilId", "State", "SinceAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_CaseId",
                table: "Recommendations",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_CorrectsId",
                table: "Recommendations",
                column: "CorrectsId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_CouncilId_CaseId",
                table: "Recommendations",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_CouncilId_ItemId",
                table: "Recommendations",
                columns: new[] { "CouncilId", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_ItemId",
                table: "Recommendations",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordHolds_CaseId_LiftedOn",
                table: "RecordHolds",
                columns: new[] { "CaseId", "LiftedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordHolds_CouncilId_CaseId",
                table: "RecordHolds",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordsRequests_CaseId",
                table: "RecordsRequests",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordsRequests_CouncilId_CaseId",
                table: "RecordsRequests",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordsRequests_CouncilId_IsOpen_DueOn_Id",
                table: "RecordsRequests",
                columns: new[] { "CouncilId", "IsOpen", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordsRequests_CouncilId_State_DueOn_Id",
                table: "RecordsRequests",
                columns: new[] { "CouncilId", "State", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryCodes_AccountId_Hash",
                table: "RecoveryCodes",
                columns: new[] { "AccountId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RefereeBackgrounds_CaseId_PersonId",
                table: "RefereeBackgrounds",
                columns: new[] { "CaseId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RefereeBackgrounds_CouncilId_CaseId",
                table: "RefereeBackgrounds",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_RefereeInterviews_CaseId",
                table: "RefereeInterviews",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RefereeInterviews_CouncilId_CaseId",
                table: "RefereeInterviews",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_RefereeInterviews_RefereeId",
                table: "RefereeInterviews",
                column: "RefereeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referees_CaseId",
                table: "Referees",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Referees_CouncilId_CaseId",
                table: "Referees",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReferenceAnswers_CaseId",
                table: "ReferenceAnswers",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferenceAnswers_CouncilId_CaseId",
                table: "ReferenceAnswers",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReferenceAnswers_RefereeId_Question",
                table: "ReferenceAnswers",
                columns: new[] { "RefereeId", "Question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_ApprovalId",
                table: "RegisterEntries",
                column: "ApprovalId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_CaseId",
                table: "RegisterEntries",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_CouncilId_ApprovalId",
                table: "RegisterEntries",
                columns: new[] { "CouncilId", "ApprovalId" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_CouncilId_CaseId",
                table: "RegisterEntries",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_ReplacesId",
                table: "RegisterEntries",
                column: "ReplacesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_CouncilId_CaseId",
                table: "Reminders",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_CouncilId_State_RecipientId",
                table: "Reminders",
                columns: new[] { "CouncilId", "State", "RecipientId" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_DeadlineId_RuleId_DueOn_Step_RecipientId",
                table: "Reminders",
                columns: new[] { "DeadlineId", "RuleId", "DueOn", "Step", "RecipientId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_MessageId",
                table: "Reminders",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportObservations_CaseId_Revision_PersonId",
                table: "ReportObservations",
                columns: new[] { "CaseId", "Revision", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportObservations_CouncilId_CaseId",
                table: "ReportObservations",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportRenditions_CaseId_Revision_Kind",
                table: "ReportRenditions",
                columns: new[] { "CaseId", "Revision", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportRenditions_CouncilId_CaseId",
                table: "ReportRenditions",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_RetentionItems_CaseId_What_SubjectId",
                table: "RetentionItems",
                columns: new[] { "CaseId", "What", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RetentionItems_CouncilId_State_DueOn_Id",
                table: "RetentionItems",
                columns: new[] { "CouncilId", "State", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_CouncilId_Role",
                table: "RoleAssignments",
                columns: new[] { "CouncilId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_ScheduleDecisions_CouncilId_ScheduleId",
                table: "ScheduleDecisions",
                columns: new[] { "CouncilId", "ScheduleId" });

            migrationBuilder.CreateIndex(
                name: "IX_ScheduleDecisions_ScheduleId",
                table: "ScheduleDecisions",
                column: "ScheduleId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScheduleLevels_CouncilId_ScheduleId",
                table: "ScheduleLevels",
                columns: new[] { "CouncilId", "ScheduleId" });

            migrationBuilder.CreateIndex(
                name: "IX_ScheduleLevels_ScheduleId_Number",
                table: "ScheduleLevels",
                columns: new[] { "ScheduleId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScheduleRates_CouncilId_ScheduleId",
                table: "ScheduleRates",
                columns: new[] { "CouncilId", "ScheduleId" });

            migrationBuilder.CreateIndex(
                name: "IX_ScheduleRates_ScheduleId_Band",
                table: "ScheduleRates",
                columns: new[] { "ScheduleId", "Band" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Schedules_CouncilId_ValidFrom",
                table: "Schedules",
                columns: new[] { "CouncilId", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Seals_EntryId",
                table: "Seals",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SectionAnswers_ApplicationId",
                table: "SectionAnswers",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_SectionAnswers_CaseId_Section_Holder",
                table: "SectionAnswers",
                columns: new[] { "CaseId", "Section", "Holder" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SectionAnswers_CouncilId_CaseId",
                table: "SectionAnswers",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequests_CaseId",
                table: "ServiceRequests",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequests_CouncilId_CaseId",
                table: "ServiceRequests",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_SessionAttendances_CaseId_PersonId_SessionKey",
                table: "SessionAttendances",
                columns: new[] { "CaseId", "PersonId", "SessionKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SessionAttendances_CouncilId_CaseId",
                table: "SessionAttendances",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_AccountId_StartedAt",
                table: "Sessions",
                columns: new[] { "AccountId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_KeyHash",
                table: "Sessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SetAsideForms_CaseId",
                table: "SetAsideForms",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_SetAsideForms_CouncilId_State_PromisedOn_Id",
                table: "SetAsideForms",
                columns: new[] { "CouncilId", "State", "PromisedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_CouncilId_CaseId",
                table: "StoredFiles",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_State_Tries_AddedAt",
                table: "StoredFiles",
                columns: new[] { "State", "Tries", "AddedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_SubjectId_Number",
                table: "StoredFiles",
                columns: new[] { "SubjectId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_SubjectAccesses_CaseId_State",
                table: "SubjectAccesses",
                columns: new[] { "CaseId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_SubjectAccesses_CouncilId_CaseId",
                table: "SubjectAccesses",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_SubjectAccessItems_AccessId_Table_RowId",
                table: "SubjectAccessItems",
                columns: new[] { "AccessId", "Table", "RowId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SubjectAccessItems_CouncilId_AccessId",
                table: "SubjectAccessItems",
                columns: new[] { "CouncilId", "AccessId" });

            migrationBuilder.CreateIndex(
                name: "IX_SubjectAccessItems_CouncilId_CaseId",
                table: "SubjectAccessItems",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_CaseId",
                table: "Submissions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_CreatedAt",
                table: "Submissions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TemplateVersions_CouncilId_Key_Number",
                table: "TemplateVersions",
                columns: new[] { "CouncilId", "Key", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_CaseId",
                table: "Transfers",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_CouncilId_CaseId",
                table: "Transfers",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_TryCounts_EndsAt",
                table: "TryCounts",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_TypedForms_CaseId_PersonId_Page",
                table: "TypedForms",
                columns: new[] { "CaseId", "PersonId", "Page" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TypedForms_CouncilId_CaseId",
                table: "TypedForms",
                columns: new[] { "CouncilId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_VisitOutcomes_CaseId",
                table: "VisitOutcomes",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitOutcomes_CouncilId_CaseId",
                table: "VisitOutcomes",
                columns: new[] { "CouncilId", "CaseId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessLogBodies");

            migrationBuilder.DropTable(
                name: "AccountClaims");

            migrationBuilder.DropTable(
                name: "AccountLinks");

            migrationBuilder.DropTable(
                name: "AccountLogins");

            migrationBuilder.DropTable(
                name: "AccountPasskeys");

            migrationBuilder.DropTable(
                name: "AccountTokens");

            migrationBuilder.DropTable(
                name: "Addresses");

            migrationBuilder.DropTable(
                name: "AgreementSignatures");

            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "Allocations");

            migrationBuilder.DropTable(
                name: "Animals");

            migrationBuilder.DropTable(
                name: "ApplicantParts");

            migrationBuilder.DropTable(
                name: "ApplicationPauses");

            migrationBuilder.DropTable(
                name: "AssessmentDecisions");

            migrationBuilder.DropTable(
                name: "AssessmentReports");

            migrationBuilder.DropTable(
                name: "Authenticators");

            migrationBuilder.DropTable(
                name: "BankHolidays");

            migrationBuilder.DropTable(
                name: "Bookings");

            migrationBuilder.DropTable(
                name: "Campaigns");

            migrationBuilder.DropTable(
                name: "CapabilityHolders");

            migrationBuilder.DropTable(
                name: "CarriedFacts");

            migrationBuilder.DropTable(
                name: "CaseCounts");

            migrationBuilder.DropTable(
                name: "CheckChases");

            migrationBuilder.DropTable(
                name: "ConnectedReferrals");

            migrationBuilder.DropTable(
                name: "ConsentDecisions");

            migrationBuilder.DropTable(
                name: "CouncilHistoryBodies");

            migrationBuilder.DropTable(
                name: "CouncilLogos");

            migrationBuilder.DropTable(
                name: "CoveredCases");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Deadlines");

            migrationBuilder.DropTable(
                name: "DeclinedReminders");

            migrationBuilder.DropTable(
                name: "Documents");

            migrationBuilder.DropTable(
                name: "EmailChanges");

            migrationBuilder.DropTable(
                name: "Enquiries");

            migrationBuilder.DropTable(
                name: "EnquiryContacts");

            migrationBuilder.DropTable(
                name: "EnquiryImports");

            migrationBuilder.DropTable(
                name: "EnquiryMerges");

            migrationBuilder.DropTable(
                name: "ErasureBodies");

            migrationBuilder.DropTable(
                name: "ExpressionsOfInterest");

            migrationBuilder.DropTable(
                name: "FactorResets");

            migrationBuilder.DropTable(
                name: "FailedSignIns");

            migrationBuilder.DropTable(
                name: "FileParts");

            migrationBuilder.DropTable(
                name: "HistoryBodies");

            migrationBuilder.DropTable(
                name: "ImportedEnquiries");

            migrationBuilder.DropTable(
                name: "ImportRows");

            migrationBuilder.DropTable(
                name: "ImportSecrets");

            migrationBuilder.DropTable(
                name: "InformationPacks");

            migrationBuilder.DropTable(
                name: "InitialVisits");

            migrationBuilder.DropTable(
                name: "JobRuns");

            migrationBuilder.DropTable(
                name: "JobStates");

            migrationBuilder.DropTable(
                name: "JourneyDrafts");

            migrationBuilder.DropTable(
                name: "KeepWarms");

            migrationBuilder.DropTable(
                name: "KeptPosts");

            migrationBuilder.DropTable(
                name: "KnownDevices");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "Letters");

            migrationBuilder.DropTable(
                name: "LinkTokens");

            migrationBuilder.DropTable(
                name: "LookUps");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "MinimumDecisions");

            migrationBuilder.DropTable(
                name: "MinimumRates");

            migrationBuilder.DropTable(
                name: "MinutesCorrections");

            migrationBuilder.DropTable(
                name: "NamedPeople");

            migrationBuilder.DropTable(
                name: "NotSamePeople");

            migrationBuilder.DropTable(
                name: "Nurtures");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "OutcomeNotices");

            migrationBuilder.DropTable(
                name: "PackSendings");

            migrationBuilder.DropTable(
                name: "PanelAttendance");

            migrationBuilder.DropTable(
                name: "PanelDeclarations");

            migrationBuilder.DropTable(
                name: "PanelList");

            migrationBuilder.DropTable(
                name: "PanelMinutes");

            migrationBuilder.DropTable(
                name: "Passages");

            migrationBuilder.DropTable(
                name: "PersonKeys");

            migrationBuilder.DropTable(
                name: "PostcodeDistricts");

            migrationBuilder.DropTable(
                name: "PreviousApprovals");

            migrationBuilder.DropTable(
                name: "PrivacyNotices");

            migrationBuilder.DropTable(
                name: "QuestionPosts");

            migrationBuilder.DropTable(
                name: "Recommendations");

            migrationBuilder.DropTable(
                name: "RecordHolds");

            migrationBuilder.DropTable(
                name: "RecordsRequests");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropTable(
                name: "RefereeBackgrounds");

            migrationBuilder.DropTable(
                name: "RefereeInterviews");

            migrationBuilder.DropTable(
                name: "Referees");

            migrationBuilder.DropTable(
                name: "ReferenceAnswers");

            migrationBuilder.DropTable(
                name: "RegisterEntries");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "ReportObservations");

            migrationBuilder.DropTable(
                name: "ReportRenditions");

            migrationBuilder.DropTable(
                name: "RetentionItems");

            migrationBuilder.DropTable(
                name: "RoleAssignments");

            migrationBuilder.DropTable(
                name: "ScheduleDecisions");

            migrationBuilder.DropTable(
                name: "ScheduleLevels");

            migrationBuilder.DropTable(
                name: "ScheduleRates");

            migrationBuilder.DropTable(
                name: "Seals");

            migrationBuilder.DropTable(
                name: "SectionAnswers");

            migrationBuilder.DropTable(
                name: "ServiceRequests");

            migrationBuilder.DropTable(
                name: "SessionAttendances");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "SetAsideForms");

            migrationBuilder.DropTable(
                name: "SubjectAccessItems");

            migrationBuilder.DropTable(
                name: "Submissions");

            migrationBuilder.DropTable(
                name: "TemplateVersions");

            migrationBuilder.DropTable(
                name: "TextChoices");

            migrationBuilder.DropTable(
                name: "Transfers");

            migrationBuilder.DropTable(
                name: "TryCounts");

            migrationBuilder.DropTable(
                name: "TypedForms");

            migrationBuilder.DropTable(
                name: "VisitOutcomes");

            migrationBuilder.DropTable(
                name: "WorkerProfiles");

            migrationBuilder.DropTable(
                name: "AccessLog");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropTable(
                name: "FosteringEvents");

            migrationBuilder.DropTable(
                name: "Checks");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "CouncilHistory");

            migrationBuilder.DropTable(
                name: "Covers");

            migrationBuilder.DropTable(
                name: "Erasures");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "MinimumEntries");

            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropTable(
                name: "Questions");

            migrationBuilder.DropTable(
                name: "CarerApprovals");

            migrationBuilder.DropTable(
                name: "Schedules");

            migrationBuilder.DropTable(
                name: "Applications");

            migrationBuilder.DropTable(
                name: "SubjectAccesses");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "PanelItems");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Councils");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "PanelMeetings");

            migrationBuilder.DropTable(
                name: "Households");
        }
    }
}
