@echo off
chcp 65001 >nul
cd /d "%~dp0"
net session >nul 2>&1 && goto run
set "SELF=%~f0"
powershell -NoProfile -Command "Start-Process -Verb RunAs -FilePath $env:SELF"
exit /b
:run
"%~dp0node\node.exe" "%~dp0service\manage.mjs" install
pause
